import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { admin, adminOfThirteenGroups, linesOf, membersOf, sample, upload, uploadLines } from './roster-for-tests.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('sheets to download', () => {
  test('the template has the usual columns and an example that is nobody', async () => {
    const { api, town } = await admin(server);
    await server.make.group(town, '第一学习小组');
    const { body, headers } = await api.send('getRosterTemplate');
    expect(headers.get('content-type')).toContain('spreadsheetml');
    const { sheet, lines: rows } = await linesOf(body as unknown as Uint8Array);
    expect(rows[0]).toEqual(['序号', '姓名', '性别', '所在小组', '手机号', '职务', '类别', '入党时间', '备注（健康等）']);
    expect(await upload(api, { name: '模板.xlsx', bytes: body as unknown as Uint8Array })).toMatchObject({ valid: 0, invalid: 0, faults: [] });
    sheet.addRow(['1', '癸一', '男', '', '13800000091']);
    sheet.getCell('D3').value = '第一小组';
    expect(await upload(api, { name: '模板.xlsx', bytes: new Uint8Array(await sheet.workbook.xlsx.writeBuffer()) })).toMatchObject({ valid: 1, invalid: 0 });
  });

  test('the error sheet holds the refused rows alone, and comes back mended', async () => {
    const { api } = await adminOfThirteenGroups(server);
    const { id } = await upload(api, sample);
    const { body } = await api.send('getRosterErrorSheet', { params: { id } });
    const { sheet, lines: rows } = await linesOf(body as unknown as Uint8Array);
    expect(rows[0]?.slice(0, 3)).toEqual(['姓名', '所在小组', '联系电话']);
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(['第9行', '第17行', '第25行', '第33行']);
    expect(rows[1]).toEqual(expect.arrayContaining(['郎庚卯', '第一学习小组', '1380000123', '手机号只有10位，应该是11位。请补一位，或改成“没有手机”']));
    await api.call('confirmRosterImport', { params: { id } });
    sheet.getCell('C2').value = '13800001230';
    sheet.getCell('A3').value = '陶子';
    sheet.getCell('C4').value = '';
    sheet.getCell('B5').value = '第四小组';
    const mended = await upload(api, { name: '要改的行.xlsx', bytes: new Uint8Array(await sheet.workbook.xlsx.writeBuffer()) });
    expect(mended).toMatchObject({ valid: 4, added: 4, invalid: 0 });
  });

  test('what looks like a formula is text in the roster, in the error sheet and in the town', async () => {
    const { api, town } = await admin(server);
    await server.make.group(town, '第一小组');
    const formula = '=HYPERLINK("a","看")';
    const read = await uploadLines(api, [['姓名', '小组', '手机', '职务', '备注'], [formula, '一组', '13800000101', '=1+1', '@SUM(A1)'], ['+甲', '-2组', '13800000102', '', '']]);
    const { body } = await api.send('getRosterErrorSheet', { params: { id: read.id } });
    const { sheet } = await linesOf(body as unknown as Uint8Array);
    expect([sheet.getCell('A2').value, sheet.getCell('B2').value, sheet.getCell('A2').numFmt]).toEqual(['+甲', '-2组', '@']);
    await api.call('confirmRosterImport', { params: { id: read.id } });
    expect((await membersOf(api)).find(({ name }) => name === formula)).toMatchObject({ duty: '=1+1', hasRemark: true });
  });
});

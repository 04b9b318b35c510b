import { leastPaper } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Page } from '../../components/page.tsx';
import { Empty, Note, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { CountForm } from './count-form.tsx';
import { Entered } from './entered.tsx';
import { HandOut } from './hand-out.tsx';
import { Holders } from './holders.tsx';
import { type Box, namesOf, votesPlace } from './vote-words.ts';
import css from './votes.module.css';

/** The paper of one circle: handed out while the vote lasts, counted by two people when it is over. */
export function BoxPage({ month, id }: { month: string; id: string }) {
  const loaded = useLoaded(`${month} ${id}`, () => call('getPaperBox', { params: { month, id } }));
  useReloadOnJump(loaded);
  const title = loaded.data ? `${namesOf(loaded.data)}纸质票` : '纸质票';
  return (
    <Page title={title} aside={`${monthInChinese(month)}互评`} actions={<a className="link" href={votesPlace(month)}>回到互评</a>}>
      <Ready of={loaded} lines={10}>
        {(box) => (
          <div className={css.page}>
            <div className={css.body}><Content box={box} params={{ month, id }} reload={() => void loaded.reload()} /></div>
          </div>
        )}
      </Ready>
    </Page>
  );
}

function Content({ box, params, reload }: { box: Box; params: { month: string; id: string }; reload: () => void }) {
  const { paper, handed, canHand, canCount, voteUntil } = box;
  if (paper === 'added') return <Empty title="这一箱已经计入">两个人录得一样，{handed}张票都算上了。录的数已经删掉，只留总票数。</Empty>;
  if (canHand) {
    return (
      <>
        <Holders box={box} params={params} onBack={reload} />
        <HandOut box={box} params={params} onHanded={reload} />
        {canCount ? <CountForm box={box} params={params} onEntered={reload} /> : null}
      </>
    );
  }
  if (handed === 0) return <Empty title="没有发过纸质票">互评到{dateInChinese(voteUntil)}为止，纸质票只在那几天发。</Empty>;
  return (
    <>
      <Entered box={box} params={params} onCleared={reload} />
      {canCount ? <CountForm box={box} params={params} onEntered={reload} /> : <Note tone="amber">发出{handed}张，现在不能录：不满{leastPaper}张的由镇里两个人录；月评公示以后也不能再录。</Note>}
    </>
  );
}

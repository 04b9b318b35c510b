import { ScrollView, View } from '@tarojs/components';
import type { Table } from '@weidangxiao/shared/contract/blocks.ts';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import styles from './blocks.module.scss';
import { Runs } from './Runs';
import { entries, placed } from './table';

/** A table, wider than the screen where it must be. `stacked`: each row as lines one below the other, nothing to push sideways. */
export function TableBlock({ table, stacked }: { table: Table; stacked: boolean }) {
  return stacked ? <Entries table={table} /> : <Grid table={table} />;
}

function Grid({ table }: { table: Table }) {
  const { cells, columns } = placed(table);
  return (
    <ScrollView scrollX className={styles.wide} {...accessible({ role: 'region', label: '表格，可以左右推' })}>
      <View className={styles.grid} style={`grid-template-columns:repeat(${columns},minmax(${columns > 3 ? 96 : 72}px,1fr));width:${columns > 3 ? `${columns * 112}px` : '100%'}`}>
        {cells.map(({ cell, row, column, rows, columns: wide }) => (
          <View key={`${row},${column}`} className={classes(styles.cell, table.header && row === 0 && styles.named)} style={`grid-row:${row + 1}/span ${rows};grid-column:${column + 1}/span ${wide}`}>
            <Runs runs={cell.runs} />
          </View>
        ))}
      </View>
    </ScrollView>
  );
}

function Entries({ table }: { table: Table }) {
  return (
    <>
      {entries(table).map((lines, row) => (
        <View key={row} className={styles.entry}>
          {lines.map(({ name, cell }, place) => (
            <View key={place} className={styles.line}>
              {name && (
                <View className={styles.name}>
                  <Runs runs={name.runs} />
                </View>
              )}
              <View>
                <Runs runs={cell.runs} />
              </View>
            </View>
          ))}
        </View>
      ))}
    </>
  );
}

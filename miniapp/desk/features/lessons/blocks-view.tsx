import type { Block, List, Run } from '@weidangxiao/shared/contract/blocks.ts';
import css from './blocks-view.module.css';
import { lengthOf } from './lesson-words.ts';
import { StoredImage } from './stored-image.tsx';

/** A lesson's body as it reads on a phone. */
export function BlocksView({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={css.article}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return <p className={`${css.heading} ${css[`level${block.level}`]}`} role="heading" aria-level={block.level + 1}>{block.text}</p>;
    case 'paragraph':
      return <p className={css.paragraph}><Words runs={block.runs} /></p>;
    case 'quote':
      return (
        <blockquote>
          <Words runs={block.runs} />
          {block.source ? <footer>{block.source}</footer> : null}
        </blockquote>
      );
    case 'list':
      return <ListView list={block} />;
    case 'table':
      return <TableView table={block} />;
    case 'image':
      return (
        <figure>
          <StoredImage image={block} />
          {block.caption ? <figcaption>{block.caption}</figcaption> : null}
        </figure>
      );
    case 'file':
      return <p className={css.file}>{block.name}</p>;
    default:
      return <p className={css.file}>{block.title}{block.seconds ? `，${lengthOf(block.seconds)}` : ''}</p>;
  }
}

function Words({ runs }: { runs: readonly Run[] }) {
  return <>{runs.map(({ text, bold }, index) => (bold ? <b key={index}>{text}</b> : <span key={index}>{text}</span>))}</>;
}

function ListView({ list }: { list: List }) {
  const items = list.items.map(({ runs, children }, index) => (
    <li key={index}>
      <Words runs={runs} />
      {children ? <ListView list={children} /> : null}
    </li>
  ));
  return list.ordered ? <ol className={css.list} start={list.start}>{items}</ol> : <ul className={css.list}>{items}</ul>;
}

function TableView({ table }: { table: Extract<Block, { type: 'table' }> }) {
  return (
    <div className={css.tableBox}>
      <table>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row} className={table.header && row === 0 ? css.headRow : ''}>
              {cells.map(({ runs, colspan, rowspan }, column) => (
                <td key={column} colSpan={colspan} rowSpan={rowspan}>
                  <Words runs={runs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

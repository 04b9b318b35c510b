import { View } from '@tarojs/components';
import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Phrases } from '@/components/Phrases';
import { useAppearance } from '@/platform/appearance';
import styles from './blocks.module.scss';
import { FileBlock } from './FileBlock';
import { ListBlock } from './ListBlock';
import { PictureBlock } from './PictureBlock';
import { Runs } from './Runs';
import { SoundBlock } from './SoundBlock';
import { TableBlock } from './TableBlock';
import { VideoBlock } from './VideoBlock';

/** A lesson's body, drawn with the phone's own means: nothing in it is HTML. */
export function LessonBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, place) => (
        // Blocks have no ids and never change their order while they are on the screen.
        <OneBlock key={place} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { block: Block }) {
  const elder = useAppearance((appearance) => appearance.elder);
  switch (block.type) {
    case 'heading':
      return (
        <View className={classes(styles.heading, styles[`level${block.level}`])} {...accessible({ role: 'heading', level: String(block.level + 1) })}>
          <Phrases text={block.text} />
        </View>
      );
    case 'paragraph':
      return (
        <View className={classes(styles.text, !elder && styles.justified)}>
          <Runs runs={block.runs} />
        </View>
      );
    case 'quote':
      return (
        <View className={styles.quote}>
          <Runs runs={block.runs} />
          {block.source && <View className={styles.source}>{block.source}</View>}
        </View>
      );
    case 'list':
      return <ListBlock list={block} />;
    case 'table':
      return <TableBlock table={block} stacked={elder} />;
    case 'image':
      return <PictureBlock image={block} />;
    case 'audio':
      return <SoundBlock {...block} />;
    case 'video':
      return <VideoBlock {...block} />;
    case 'file':
      return <FileBlock {...block} />;
  }
}

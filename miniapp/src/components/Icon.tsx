import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import { icons, type IconName } from './icons';
import styles from './Icon.module.scss';

/** A line icon in the colour of the text around it. Always beside a word, or inside a Tap that has a label. */
export function Icon({ name, size = 'm', className }: { name: IconName; size?: 'xs' | 's' | 'm' | 'l'; className?: string }) {
  return <View className={classes(styles.icon, styles[size], className)} style={`--shape:url("${shapeOf(name)}")`} {...accessible({ hidden: true })} />;
}

const shapes = new Map<IconName, string>();

/** WeChat has no inline SVG: the drawing is a mask, so that it takes the text's colour, in the dark too. */
function shapeOf(name: IconName): string {
  const shape = shapes.get(name) ?? `data:image/svg+xml,${encodeURIComponent(icons[name].replace(/<!--.*?-->\s*/, '').replace('stroke-width="2"', 'stroke-width="1.75"'))}`;
  shapes.set(name, shape);
  return shape;
}

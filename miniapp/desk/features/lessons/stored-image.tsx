import type { ImageBlock } from '@weidangxiao/shared/contract/blocks.ts';
import { useFileUrl } from '../../platform/file-url.ts';
import css from './blocks.module.css';

/** A picture from the store, its place kept while it loads. */
export function StoredImage({ image }: { image: Pick<ImageBlock, 'fileId' | 'width' | 'height' | 'alt'> }) {
  const url = useFileUrl(image.fileId);
  if (url === 'failed') return <p className={css.noImage}>图没取到</p>;
  if (url === null) return <span className={css.noImage} style={{ aspectRatio: `${image.width} / ${image.height}` }} />;
  return <img src={url} width={image.width} height={image.height} alt={image.alt} className={css.picture} />;
}

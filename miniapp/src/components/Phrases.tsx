import { Text } from '@tarojs/components';
import styles from './Phrases.module.scss';

/** A heading that breaks, where it has to, after its punctuation or a quotation rather than within a phrase. */
export function Phrases({ text }: { text: string }) {
  const phrases = text.match(/[^，、：；”]+(?:”?[，、：；]|”)?/g) ?? [text];
  if (phrases.length === 1) return <>{text}</>;
  return (
    <>
      {phrases.map((phrase) => (
        <Text key={phrase} className={styles.phrase}>
          {phrase}
        </Text>
      ))}
    </>
  );
}

import { NoteBar } from './NoteBar';

/** What went wrong and what to do, in amber; nothing while nothing did. `kept`: what was written is safe, and that is said. */
export function Fault({ children, kept = false }: { children: string | null | undefined; kept?: boolean }) {
  if (!children) return null;
  return (
    <NoteBar tone="amber" icon="triangle-alert">
      {kept ? `${children}。写的都在手机里` : children}
    </NoteBar>
  );
}

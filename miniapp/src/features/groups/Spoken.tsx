import { fetchFile } from '@/platform/files';
import { VoiceNote } from '../check-ins/VoiceNote';

/** A takeaway that was spoken; the leader may hear it. */
export function Spoken({ voice: { fileId, seconds } }: { voice: { readonly fileId: string; readonly seconds: number } }) {
  return <VoiceNote track={fileId} seconds={seconds} find={() => fetchFile(fileId)} />;
}

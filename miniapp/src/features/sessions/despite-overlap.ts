import { CallFailure } from '@/platform/failure';

/**
 * Sends a plan; where somebody is expected elsewhere at that time, asks whether that is meant so and sends it once more.
 * @returns null when the person would rather take another time
 */
export async function despite<T>(send: (despiteOverlap: boolean) => Promise<T>, sure: (text: string) => Promise<boolean>): Promise<T | null> {
  try {
    return await send(false);
  } catch (error) {
    if (!(error instanceof CallFailure) || error.code !== 'SESSION_OVERLAPS') throw error;
    return (await sure(error.message)) ? send(true) : null;
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

const bucketName = 'files-of-tests';

export interface BucketServer {
  /** What the server's environment says of it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** An object store on this machine, with one empty bucket. It knows keys by their ids, and does not check what is signed with them. */
export async function startBucketServer(): Promise<BucketServer> {
  const directory = await mkdtemp(path.join(tmpdir(), 'weidangxiao-bucket-'));
  const store = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucketName, configs: [] }] });
  const { port } = await store.run();
  let stopping: Promise<void> | null = null;
  return {
    env: { S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: bucketName, S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER', S3_PATH_STYLE: 'on' },
    stop: () => (stopping ??= store.close().then(() => rm(directory, { recursive: true, force: true }))),
  };
}

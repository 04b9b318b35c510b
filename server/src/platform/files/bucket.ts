import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, type GetObjectCommandOutput, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Readable } from 'node:stream';
import type { BucketConfig } from '../config/config.ts';
import type { Bytes, Content, Range } from './file-store.ts';

const [connectWithinMs, answerWithinMs] = [3_000, 30_000];

/**
 * A bucket of an object store that speaks S3's protocol (COS, OSS, MinIO, …): for replicas that share no disk, or have none.
 * An object is there as a whole or not at all; what a crash leaves of a long one is invisible, and the bucket's own rules clear it away.
 */
export class Bucket implements Bytes {
  private readonly client: S3Client;
  private readonly name: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle }: BucketConfig) {
    this.name = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: pathStyle,
      // Newer than most stores that call themselves compatible.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: connectWithinMs, requestTimeout: answerWithinMs },
    });
  }

  async write(id: string, content: Buffer | Readable): Promise<number> {
    const object = { ...this.at(id), Body: content };
    if (Buffer.isBuffer(content)) {
      await this.client.send(new PutObjectCommand(object)).catch(said);
      return content.length;
    }
    // Its length is not known yet: in parts of 5 MB, two at a time. Whatever becomes of the parts, the content's own failure is what is told.
    await new Upload({ client: this.client, params: object, queueSize: 2 }).done().catch((error: unknown) => said(content.errored ?? error));
    const { ContentLength } = await this.client.send(new HeadObjectCommand(this.at(id))).catch(said);
    return ContentLength ?? 0;
  }

  async read(id: string, { start = 0, end }: Range): Promise<Content> {
    const ranged = start > 0 || end !== undefined;
    const got = await this.get(id, ranged ? `bytes=${start}-${end ?? ''}` : undefined);
    const whole = Number(/\/(\d+)$/.exec(got.ContentRange ?? '')?.[1] ?? got.ContentLength);
    return { stream: got.Body as Readable, bytes: whole };
  }

  async readWhole(id: string): Promise<Buffer> {
    const { Body } = await this.get(id);
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  }

  async delete(id: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(id))).catch(said);
  }

  private get(id: string, range?: string): Promise<GetObjectCommandOutput> {
    return this.client.send(new GetObjectCommand({ ...this.at(id), Range: range })).catch(said);
  }

  private at(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.name, Key: `files/${id}` };
  }
}

/** What the store answers: it is not there, or the store takes no orders now (or not from us). Other failures are the wire's, or the content's own. */
function said(error: unknown): never {
  if (!(error instanceof S3ServiceException)) throw error;
  const { httpStatusCode } = error.$metadata;
  throw new AppError(httpStatusCode === 404 && error.name !== 'NoSuchBucket' ? 'NOT_FOUND' : 'STORE_UNAVAILABLE', { cause: error });
}

/** Keeps objects in an S3 bucket, or in whatever speaks its language. Used when DAIBAN_FILES_URL is set. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { checkedKey, FileStore, FileStoreUnavailable, StoredFileMissing, type FileStoreTrouble } from './file-store.js';

/** A bucket and how to reach it. */
export interface S3Place {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket stands in the path, not in the host's name. */
  readonly pathStyle: boolean;
}

/** How long an answer may take, and how often it is asked for. */
export interface S3Patience {
  readonly connectMs: number;
  readonly answerMs: number;
  readonly attempts: number;
}

const PATIENCE: S3Patience = { connectMs: 3_000, answerMs: 20_000, attempts: 3 };

/**
 * `s3://access:secret@host:port/bucket?region=…&tls=0&path=0`. Without a query: region us-east-1, TLS, the bucket in the path.
 * @returns null when it is not of that form
 */
export function parseS3Url(text: string): S3Place | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bucket = url.pathname.replace(/^\/|\/$/g, '');
  if (
    url.protocol !== 's3:' ||
    !url.host ||
    !url.username ||
    !url.password ||
    !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)
  )
    return null;
  const scheme = url.searchParams.get('tls') === '0' ? 'http' : 'https';
  return {
    endpoint: `${scheme}://${url.host}`,
    region: url.searchParams.get('region') || 'us-east-1',
    bucket,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    pathStyle: url.searchParams.get('path') !== '0',
  };
}

export class S3FileStore extends FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(place: S3Place, patience: S3Patience = PATIENCE) {
    super();
    this.#bucket = place.bucket;
    this.#client = new S3Client(configOf(place, patience));
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: checkedKey(key),
      Body: bytes,
      ContentLength: bytes.length,
      ContentType: 'application/octet-stream',
    });
    await this.#withTrouble(() => this.#client.send(command));
  }

  async get(key: string): Promise<Buffer> {
    const command = new GetObjectCommand({ Bucket: this.#bucket, Key: checkedKey(key) });
    // The body is read inside: a line that breaks half-way is the store's trouble too.
    return this.#withTrouble(async () => {
      const { Body } = await this.#client.send(command);
      if (!Body) throw new Error('An answer without a body.');
      return Buffer.from(await Body.transformToByteArray());
    });
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand({ Bucket: this.#bucket, Key: checkedKey(key) });
    await this.#withTrouble(() => this.#client.send(command)).catch(ignoreMissing);
  }

  /** By reading one byte: the shorter HEAD answers alike for an object and for a bucket that is not there. */
  async exists(key: string): Promise<boolean> {
    const command = new GetObjectCommand({ Bucket: this.#bucket, Key: checkedKey(key), Range: 'bytes=0-0' });
    return this.#withTrouble(async () => {
      const { Body } = await this.#client.send(command);
      await Body?.transformToByteArray();
      return true;
    }).catch(ignoreMissing);
  }

  async check(): Promise<void> {
    await this.#withTrouble(() => this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket })));
  }

  async #withTrouble<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error);
    }
  }
}

function configOf(place: S3Place, patience: S3Patience): S3ClientConfig {
  return {
    endpoint: place.endpoint,
    region: place.region,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    forcePathStyle: place.pathStyle,
    maxAttempts: patience.attempts,
    // Several stores that speak S3 refuse, or keep, the checksum frames that the client adds by default.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: patience.connectMs,
      requestTimeout: patience.answerMs,
      throwOnRequestTimeout: true,
      socketTimeout: patience.answerMs,
    },
  };
}

/** The store's own words may quote keys and credentials: only its code is repeated. */
function asStoreError(error: unknown): Error {
  if (!(error instanceof S3ServiceException))
    return new FileStoreUnavailable('unreachable', 'The S3 server does not answer.', { cause: error });
  if (error.name === 'NoSuchKey') return new StoredFileMissing('The file store has no such object.');
  const status = error.$metadata.httpStatusCode ?? 0;
  const [trouble, sentence] = describeAnswer(error.name, status);
  return new FileStoreUnavailable(trouble, `${sentence} (${error.name}, status ${status}).`, { cause: error });
}

function describeAnswer(name: string, status: number): [FileStoreTrouble, string] {
  if (name === 'NoSuchBucket' || status === 404) return ['no_bucket', 'The S3 server has no such bucket'];
  if (status === 401 || status === 403) return ['denied', 'The S3 server does not accept the credentials'];
  if (status === 507) return ['full', 'The S3 server has no room left'];
  return ['broken', 'The S3 server answered with an error'];
}

function ignoreMissing(error: unknown): false {
  if (error instanceof StoredFileMissing) return false;
  throw error;
}

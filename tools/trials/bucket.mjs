// A bucket of S3 that does as it is told: answers, is slow, fails, or says nothing at all. It checks no signature.

import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const SLOW_MS = 2_000;

export class Bucket {
  /** `answers`, `slow`, `fails` or `silent`. */
  mode = 'answers';
  /** What it holds, by key. */
  objects = new Map();
  #uploads = new Map();
  #server;

  static async open() {
    const bucket = new Bucket();
    bucket.#server = createServer((request, response) => bucket.#serve(request, response).catch(() => response.destroy()));
    bucket.#server.listen(0, '127.0.0.1');
    await once(bucket.#server, 'listening');
    return bucket;
  }

  /** Where the program finds it. */
  get address() {
    const endpoint = encodeURIComponent(`http://127.0.0.1:${this.#server.address().port}`);
    return `s3://conseil/fichiers?endpoint=${endpoint}&region=eu&access_key_id=cle&secret_access_key=secret&allow_http=true`;
  }

  /** Uploads that were begun and neither finished nor given up. */
  get unfinished() {
    return this.#uploads.size;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (this.mode === 'silent') return;
    if (this.mode === 'slow') await wait(SLOW_MS);
    const say = (status, body = '', headers = {}) => response.writeHead(status, headers).end(body);
    if (this.mode === 'fails') return say(503, '<Error><Code>ServiceUnavailable</Code><Message>away</Message></Error>', { 'content-type': 'application/xml' });
    this.#answer(request, Buffer.concat(chunks), say);
  }

  #answer({ method, url, headers }, body, say) {
    const { pathname, searchParams: asked } = new URL(url, 'http://bucket');
    const key = decodeURIComponent(pathname).replace(/^\/conseil\/?/, '');
    const xml = (words, status = 200) => say(status, `<?xml version="1.0"?>${words}`, { 'content-type': 'application/xml' });
    const upload = asked.get('uploadId');
    if (method === 'GET' && asked.has('list-type')) return xml(this.#list(asked.get('prefix') ?? ''));
    if (method === 'POST' && asked.has('uploads')) {
      const id = `envoi-${this.#uploads.size}-${Date.now()}`;
      this.#uploads.set(id, new Map());
      return xml(`<InitiateMultipartUploadResult><Bucket>conseil</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    if (method === 'POST' && asked.has('delete')) {
      const keys = [...body.toString().matchAll(/<Key>(.*?)<\/Key>/g)].map(([, name]) => name);
      for (const name of keys) this.objects.delete(name);
      return xml(`<DeleteResult>${keys.map((name) => `<Deleted><Key>${name}</Key></Deleted>`).join('')}</DeleteResult>`);
    }
    if (upload && !this.#uploads.has(upload)) return xml('<Error><Code>NoSuchUpload</Code></Error>', 404);
    if (upload && method === 'PUT') {
      this.#uploads.get(upload).set(Number(asked.get('partNumber')), body);
      return say(200, '', { etag: tag(body) });
    }
    if (upload && method === 'POST') {
      const parts = [...this.#uploads.get(upload)].sort(([a], [b]) => a - b).map(([, part]) => part);
      this.#uploads.delete(upload);
      this.objects.set(key, Buffer.concat(parts));
      return xml(`<CompleteMultipartUploadResult><Key>${key}</Key><ETag>${tag(this.objects.get(key))}</ETag></CompleteMultipartUploadResult>`);
    }
    if (upload && method === 'DELETE') {
      this.#uploads.delete(upload);
      return say(204);
    }
    if (method === 'PUT') {
      const from = headers['x-amz-copy-source'];
      const content = from ? this.objects.get(decodeURIComponent(from).replace(/^\/?conseil\//, '')) : body;
      if (!content) return xml('<Error><Code>NoSuchKey</Code></Error>', 404);
      this.objects.set(key, content);
      return from ? xml(`<CopyObjectResult><ETag>${tag(content)}</ETag></CopyObjectResult>`) : say(200, '', { etag: tag(content) });
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      return say(204);
    }
    const content = this.objects.get(key);
    if (!content) return xml('<Error><Code>NoSuchKey</Code></Error>', 404);
    return this.#give(method, headers.range, content, say);
  }

  #give(method, range, content, say) {
    const [, from, to] = range?.match(/bytes=(\d+)-(\d*)/) ?? [];
    const [start, end] = [Number(from ?? 0), to ? Math.min(Number(to) + 1, content.length) : content.length];
    const part = content.subarray(start, end);
    const headers = { etag: tag(content), 'last-modified': new Date().toUTCString(), 'content-length': part.length, 'accept-ranges': 'bytes' };
    if (range) headers['content-range'] = `bytes ${start}-${end - 1}/${content.length}`;
    say(range ? 206 : 200, method === 'HEAD' ? undefined : part, headers);
  }

  #list(prefix) {
    const all = [...this.objects].filter(([key]) => key.startsWith(prefix));
    const lines = all.map(([key, content]) => `<Contents><Key>${key}</Key><LastModified>${new Date().toISOString()}</LastModified><ETag>${tag(content)}</ETag><Size>${content.length}</Size></Contents>`);
    return `<ListBucketResult><KeyCount>${all.length}</KeyCount><IsTruncated>false</IsTruncated>${lines.join('')}</ListBucketResult>`;
  }
}

const tag = (bytes) => `"${createHash('md5').update(bytes).digest('hex')}"`;

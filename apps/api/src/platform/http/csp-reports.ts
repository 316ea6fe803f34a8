/** Takes what a browser's security policy stopped and writes it to the log: a broken page of ours, or somebody's attempt. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CSP_REPORT_PATH } from './security-headers.js';

const text = z.string().max(2000).optional();
const OldReport = z.object({
  'csp-report': z.object({
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'document-uri': text,
    'source-file': text,
  }),
});
const NewReport = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: text, blockedURL: text, documentURL: text, sourceFile: text }),
  }),
);

const BODY_LIMIT = 16 * 1024;
/** Anybody may send reports; no more of them than this is written down in a minute. */
const LOGGED_PER_MINUTE = 60;

export function takeCspReports(server: FastifyInstance): void {
  let minute = 0;
  let logged = 0;
  void server.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/csp-report', 'application/reports+json', 'application/json'],
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, parsed) => {
        try {
          parsed(null, JSON.parse(body as string));
        } catch {
          parsed(null, undefined);
        }
      },
    );
    scope.post(CSP_REPORT_PATH, (request, reply) => {
      const now = Math.floor(Date.now() / 60_000);
      if (now !== minute) [minute, logged] = [now, 0];
      for (const report of read(request.body)) if (logged++ < LOGGED_PER_MINUTE) request.log.warn(report, 'csp-report');
      return reply.status(204).send();
    });
    done();
  });
}

interface LoggedReport {
  readonly directive: string;
  readonly blocked: string;
  readonly page: string;
  readonly source: string;
}

function read(body: unknown): LoggedReport[] {
  const old = OldReport.safeParse(body);
  if (old.success) {
    const report = old.data['csp-report'];
    return [
      line(
        report['effective-directive'] ?? report['violated-directive'],
        report['blocked-uri'],
        report['document-uri'],
        report['source-file'],
      ),
    ];
  }
  const recent = NewReport.safeParse(body);
  if (!recent.success) return [];
  return recent.data.map(({ body: report }) =>
    line(report.effectiveDirective, report.blockedURL, report.documentURL, report.sourceFile),
  );
}

/** Addresses without query and fragment: those may hold what a person typed. */
function line(directive = '', blocked = '', page = '', source = ''): LoggedReport {
  const [bare, where, from] = [blocked, page, source].map((address) => address.split(/[?#]/)[0] ?? '');
  return { directive, blocked: bare ?? '', page: where ?? '', source: from ?? '' };
}

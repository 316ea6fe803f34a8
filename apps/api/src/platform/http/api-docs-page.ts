/** The readable page of the API: plain markup written from the OpenAPI document, with no script at all. */

interface DocumentedOperation {
  operationId: string;
  summary: string;
  'x-permission': string;
  'x-refusals'?: readonly string[];
  parameters: readonly { name: string; in: string; required: boolean; schema: unknown }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}

interface Document {
  info: { version: string; description: string };
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, unknown> };
}

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
  body { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem }
  code, pre { font: 14px/1.5 ui-monospace, monospace }
  pre { overflow-x: auto; padding: .75rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: .4rem }
  details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0 }
  summary { cursor: pointer }
  summary code { font-weight: 600 }
  .method { display: inline-block; min-width: 4.5rem }
  h3 { font-size: 1rem; margin: 1rem 0 .25rem }`;

/** A template for `sendPage`: the style carries `%NONCE%`. */
export function apiDocsPage(document: object): string {
  const { info, paths, components } = document as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationMarkup(method.toUpperCase(), path, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary>${json(schema)}</details>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Daiban API</title>
<style nonce="%NONCE%">${STYLE}</style></head><body><main>
<h1>Daiban API ${escape(info.version)}</h1><p>${escape(info.description)} Programs send <code>Authorization: Bearer</code> with an API key made in the dashboard.
The same as a document: <a href="/api/openapi.json">openapi.json</a>.</p>
<h2>Operations</h2>${operations.join('\n')}
<h2>Schemas</h2>${schemas.join('\n')}
</main></body></html>`;
}

function operationMarkup(method: string, path: string, operation: DocumentedOperation): string {
  const parameters = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<li><code>${escape(name)}</code> in ${escape(place)}${required ? ', required' : ''} ${inline(schema)}</li>`,
  );
  const body = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<h3>Body, ${escape(type)}</h3>${json(schema)}`,
  );
  const responses = Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      `<li><code>${escape(status)}</code> ${escape(description)} ${
        Number(status) < 400
          ? Object.values(content ?? {})
              .map(({ schema }) => inline(schema))
              .join('')
          : ''
      }</li>`,
  );
  return `<details id="${escape(operation.operationId)}"><summary><code><span class="method">${method}</span> ${escape(path)}</code> ${escape(operation.operationId)}</summary>
<p>${escape(operation.summary)}</p><p>Permission: <code>${escape(operation['x-permission'])}</code></p>
${parameters.length > 0 ? `<h3>Parameters</h3><ul>${parameters.join('')}</ul>` : ''}${body.join('')}
<h3>Answers</h3><ul>${responses.join('')}</ul>
${operation['x-refusals'] ? `<h3>May refuse with</h3><ul>${operation['x-refusals'].map((code) => `<li><code>${escape(code)}</code></li>`).join('')}</ul>` : ''}</details>`;
}

function inline(schema: unknown): string {
  const reference = (schema as { $ref?: string }).$ref?.split('/').at(-1);
  return reference ? `<a href="#schema-${escape(reference)}">${escape(reference)}</a>` : json(schema);
}

function json(value: unknown): string {
  return `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

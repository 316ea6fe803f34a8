/** A text as somebody wrote it: blank lines part paragraphs, `## ` begins a heading; anything else in it is letters. Shown to visitors, and to the agency as they will see it. */
export function WrittenText({ body }: { body: string }) {
  return body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block, index) =>
      block.startsWith('## ') ? <h2 key={index}>{block.slice(3)}</h2> : <p key={index}>{block}</p>,
    );
}

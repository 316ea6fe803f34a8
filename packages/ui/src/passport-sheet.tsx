/** An account's passport on a page: its sections as lists of label and value. The words come written, from `writePassport`. */
import type { PassportSheet as Sheet } from '@daiban/i18n';

export interface PassportSheetProps {
  sheet: Sheet;
}

export function PassportSheet({ sheet }: PassportSheetProps) {
  return (
    <div className="passport">
      {sheet.sections.map(({ key, heading, lead, lines, note }) => (
        <section key={key} className="passport-section" aria-labelledby={`passport-${key}`}>
          <h2 id={`passport-${key}`}>{heading}</h2>
          {lead ? <p>{lead}</p> : null}
          {lines.length > 0 ? (
            <dl>
              {lines.map(({ label, value }, index) => (
                <div key={index}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          {note ? <p className="passport-note">{note}</p> : null}
        </section>
      ))}
      <p className="passport-note">
        {sheet.made} · {sheet.madeBy}
      </p>
    </div>
  );
}

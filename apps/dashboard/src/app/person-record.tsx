/** A person's page with its history: who looked at a number and why, what was agreed to. Rendered by the router. */
import { HistorySection } from '../features/history/components/history-section.js';
import { PersonPage } from '../features/people/components/person-page.js';

export function PersonRecord() {
  return <PersonPage history={(id) => <HistorySection record="person" id={id} />} />;
}

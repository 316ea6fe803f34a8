/** Every column that holds sealed values, with the place each value was sealed for: what the rotation of data keys goes through. A test compares the list with the catalogue. */

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The row's own key beside the agency, text or uuid. */
  readonly key: readonly string[];
  /** `SealContext.place`. */
  readonly place: string;
  /** SQL of `SealContext.id`, over the row `t`. */
  readonly id: string;
  /** SQL of `SealContext.clientId`, over the row `t`; null: sealed under the agency's own key. */
  readonly clientId: string | null;
}

const KEPT_ANSWER = {
  table: 'idempotency_record',
  key: ['caller', 'operation', 'key'],
  place: 'idempotency_record',
  id: `concat_ws('|', t.agency_id, t.caller, t.operation, t.key)`,
  clientId: null,
} as const;
const OWN = { key: ['id'], id: 't.id::text' } as const;

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { ...OWN, table: 'person', column: 'id_number_sealed', place: 'person.id_number', clientId: null },
  { ...OWN, table: 'person', column: 'phone_sealed', place: 'person.phone', clientId: null },
  { ...OWN, table: 'import_row', column: 'original_sealed', place: 'import_row.original', clientId: null },
  {
    ...OWN,
    table: 'document',
    column: 'name_sealed',
    place: 'document.name_sealed',
    clientId: '(SELECT r.client_id FROM registration r WHERE r.agency_id = t.agency_id AND r.id = t.registration_id)',
  },
  { ...OWN, table: 'message', column: 'body_sealed', place: 'message.body', clientId: 't.client_id' },
  { ...OWN, table: 'data_request', column: 'body_sealed', place: 'data_request.body', clientId: 't.client_id' },
  { ...OWN, table: 'data_request', column: 'answer_sealed', place: 'data_request.answer', clientId: 't.client_id' },
  { ...OWN, table: 'lead', column: 'body_sealed', place: 'lead.body', clientId: null },
  { ...KEPT_ANSWER, column: 'effects' },
  { ...KEPT_ANSWER, column: 'answer' },
];

/** Of files in the store; the id is the object's name. */
export const SEALED_FILE_PLACE = 'document.content';

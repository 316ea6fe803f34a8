import { describe, expect, test } from '@jest/globals';
import { SUBJECT_TYPES, type SubjectType } from '../enumerations/index.js';
import { aRegistration, contextAt, NOW, type RegistrationBuilder } from '../testing/registration-builder.js';
import { buildFillSheet, type FillSheetFacts, type FillSheetField } from './build-fill-sheet.js';
import { sealFillSheet } from './seal-fill-sheet.js';
import { SHEET_STEPS } from './sheet-rows.js';

const MEI_LIN = { name: '林美', idNumberMasked: '999***********0012', phoneMasked: '+86138****0002' };
const { rules } = contextAt();
const sheetOf = ({ facts }: RegistrationBuilder, admin: FillSheetFacts['admin'] = MEI_LIN) =>
  buildFillSheet({ facts, admin }, rules);
const field = (builder: RegistrationBuilder, key: FillSheetField['key'], admin?: FillSheetFacts['admin']) =>
  sheetOf(builder, admin).fields.find((one) => one.key === key);
const keys = (builder: RegistrationBuilder) => sheetOf(builder).fields.map(({ key }) => key);

describe('the fill sheet', () => {
  test('of a company has the fields of WeChat’s form in its order', () => {
    expect(keys(aRegistration())).toEqual([
      'productType',
      'accountEmail',
      'emailCode',
      'password',
      'region',
      'accountType',
      'subjectType',
      'subjectName',
      'subjectCode',
      'legalRepresentative',
      'route',
      'adminName',
      'adminIdNumber',
      'adminPhone',
      'phoneCode',
      'adminScan',
      'accountName',
      'introduction',
      'avatar',
    ]);
  });

  test.each(SUBJECT_TYPES)('of %s names each field once and goes through the steps in order', (type: SubjectType) => {
    const { fields } = sheetOf(aRegistration().subject(type));
    const seen = fields.map(({ key }) => key);
    expect(new Set(seen).size).toBe(seen.length);
    const steps = fields.map(({ step }) => SHEET_STEPS.indexOf(step));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(rules.entries['registration.steps'].value.filter((step) => step !== 'submission')).toEqual([...SHEET_STEPS]);
  });

  test('of a person has neither company nor route, and asks for their own name', () => {
    const person = aRegistration().subject('individual').route('identity_scan');
    expect(keys(person)).not.toContain('subjectName');
    expect(keys(person)).not.toContain('route');
    expect(field(person, 'adminName')).toMatchObject({ label: 'ownName', value: '林美' });
  });

  test('of a company abroad has no scan, and the papers of its operator', () => {
    const abroad = aRegistration().subject('overseas_enterprise');
    expect(keys(abroad)).not.toContain('adminScan');
    expect(field(abroad, 'operatorPhoneBill')).toMatchObject({ kind: 'on_paper', paper: 'operator_phone_bill' });
    expect(field(abroad, 'adminIdNumber')).toMatchObject({ label: 'operatorPassport', kind: 'masked' });
  });

  test('shows the bank’s fields on the small transfer only, and the face only where a face is asked', () => {
    expect(keys(aRegistration())).not.toContain('bankAccountNumber');
    expect(keys(aRegistration().route('small_transfer'))).toContain('bankAccountNumber');
    expect(keys(aRegistration().route('legal_representative'))).toContain('representativeScan');
  });

  test('says of a Mini Program that its form is not known to us', () => {
    expect(sheetOf(aRegistration()).formKnown).toBe(true);
    expect(sheetOf(aRegistration().registration({ accountType: 'mini_program' })).formKnown).toBe(false);
  });
});

describe('a field', () => {
  test('is pasted as the form compares it: plain brackets', () => {
    expect(field(aRegistration(), 'subjectName')).toMatchObject({
      value: '灯桥（上海）茶业有限公司',
      copyValue: '灯桥(上海)茶业有限公司',
    });
  });

  test('of a personal number is masked and has nothing to paste', () => {
    for (const key of ['adminIdNumber', 'adminPhone'] as const) {
      expect(field(aRegistration(), key)).toMatchObject({ sensitive: true, copyValue: null });
      expect(field(aRegistration(), key)?.value).toContain('*');
    }
  });

  test('counts a name by the form’s units, and a company’s by the bank’s weight', () => {
    expect(field(aRegistration(), 'accountName')?.counter).toEqual({
      used: 8,
      min: 4,
      max: 30,
      unit: 'unit',
      ruleId: 'name.units',
    });
    const named = aRegistration().route('small_transfer').subject('enterprise', { name: '灯桥(上海)' });
    expect(field(named, 'bankAccountName')?.counter).toMatchObject({ used: 14, min: 12, max: 90, unit: 'weight' });
  });

  test('that can never be changed after submission says so', () => {
    const locked = sheetOf(aRegistration())
      .fields.filter((one) => one.locked)
      .map(({ key }) => key);
    expect(locked).toEqual(['productType', 'region', 'accountType', 'subjectType', 'subjectName', 'subjectCode']);
  });

  test('that is empty says what is missing and who brings it', () => {
    const bare = aRegistration()
      .subject('enterprise', { code: null })
      .with(() => ({ email: null, admin: null }))
      .registration({ proposedName: ' ' });
    const missing = sheetOf(bare, null).fields.flatMap(({ key, missing: finding }) =>
      finding ? [[key, finding.code]] : [],
    );
    expect(missing).toEqual([
      ['accountEmail', 'email.missing'],
      ['subjectCode', 'subject.code_missing'],
      ['legalRepresentative', 'prerequisite.not_accepted'],
      ['adminName', 'admin.missing'],
      ['adminIdNumber', 'admin.missing'],
      ['adminPhone', 'admin.missing'],
      ['accountName', 'name.missing'],
    ]);
  });

  test('read from a paper is complete once the paper is accepted', () => {
    expect(field(aRegistration().awaitingPrerequisites().prepared(), 'legalRepresentative')?.missing).toBeNull();
  });

  test('offers the other names the client agreed to beside the wanted one', () => {
    expect(
      field(aRegistration().registration({ nameAlternatives: ['灯桥茶馆'] }), 'accountName')?.alternatives,
    ).toEqual(['灯桥茶馆']);
  });
});

test('a sealed sheet keeps the time, the rulebook and what stood in the fields', () => {
  const { facts } = aRegistration();
  expect(sealFillSheet({ facts, admin: MEI_LIN }, rules, NOW)).toEqual({
    ...buildFillSheet({ facts, admin: MEI_LIN }, rules),
    sealedAt: NOW,
    rulebookVersion: rules.version,
  });
});

/** Makes the rows of agencies and of their clients, each with a contact, a licence and an admin person. Called by `volume.ts`. */
import { createHash } from 'node:crypto';
import { tokenHash } from '../../apps/api/dist/platform/auth/secret-token.js';
import { maskIdNumber, maskPhone } from '../../packages/domain/dist/index.js';
import { licenceCode, residentId } from './volume-names.ts';
import type { VolumeRows } from './volume-rows.ts';
import type { Life } from './volume-stories.ts';

const HOUR_MS = 3_600_000;

/** An agency and who works there. */
export interface MadeAgency {
  readonly id: string;
  readonly apiKey: string;
  readonly specialistId: string;
  readonly managerId: string;
}

/** Whose case it is. */
export interface Owner {
  readonly agencyId: string;
  readonly specialistId: string;
  readonly managerId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly contactId: string;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly subjectCode: string;
  readonly personId: string;
  readonly idNumberIndex: Buffer;
  readonly phoneIndex: Buffer;
}

export class VolumeOwners {
  readonly #rows: VolumeRows;
  readonly #seed: number;

  constructor(rows: VolumeRows, seed: number) {
    this.#rows = rows;
    this.#seed = seed;
  }

  /** An agency with three members and a key in its manager's name. @param rank 0 is the largest */
  agency(rank: number, createdAt: string): MadeAgency {
    const id = this.#rows.id(createdAt);
    this.#rows.add('agency', {
      id,
      name: `Agency ${rank + 1}`,
      name_zh: `第${rank + 1}代办`,
      time_zone: 'Asia/Shanghai',
      locale: 'en',
      version: 1,
      created_at: createdAt,
    });
    const member = (role: string) => {
      const memberId = this.#rows.id(createdAt);
      this.#rows.add('member', {
        id: memberId,
        agency_id: id,
        user_id: this.#rows.id(createdAt),
        name: `${role} ${rank + 1}`,
        email: `${role}.${rank + 1}@volume.test`,
        role,
        locale: 'en',
        version: 1,
        created_at: createdAt,
      });
      return memberId;
    };
    member('owner');
    const [managerId, specialistId] = [member('manager'), member('specialist')];
    const apiKey = `dbk_${createHash('sha256').update(`volume ${this.#seed} ${rank}`).digest('base64url')}`;
    this.#rows.add('api_key', {
      id: this.#rows.id(createdAt),
      agency_id: id,
      member_id: managerId,
      name: 'Volume',
      role: 'manager',
      key_hash: tokenHash(apiKey),
      prefix: apiKey.slice(0, 8),
      created_at: createdAt,
    });
    return { id, apiKey, specialistId, managerId };
  }

  /** A client with its contact, licence and admin person, since before its first case. */
  async owner(agency: MadeAgency, lives: readonly Life[]): Promise<Owner> {
    const number = this.#rows.nextNumber();
    const since = Math.min(...lives.map(({ lived }) => Date.parse(lived.openedAt))) - HOUR_MS;
    const created_at = new Date(since).toISOString();
    const agency_id = agency.id;
    const [clientId, contactId, subjectId, personId] = [
      this.#rows.id(since),
      this.#rows.id(since),
      this.#rows.id(since),
      this.#rows.id(since),
    ];
    const [clientName, subjectName, subjectCode] = [
      this.#rows.names.client(number),
      this.#rows.names.subject(number),
      licenceCode(number),
    ];
    this.#rows.add('client', {
      id: clientId,
      agency_id,
      name: clientName,
      country_code: 'MY',
      locale: number % 3 === 0 ? 'zh' : 'en',
      time_zone: 'Asia/Kuala_Lumpur',
      version: 1,
      created_at,
    });
    this.#rows.add('client_contact', {
      id: contactId,
      agency_id,
      client_id: clientId,
      name: 'Ana Lim',
      email: `ana.${number}@volume.test`,
      role: 'decider',
      position: 0,
      created_at,
    });
    this.#rows.add('subject', {
      id: subjectId,
      agency_id,
      type: 'enterprise',
      name: subjectName,
      code: subjectCode,
      country_code: 'CN',
      licence_of: 'client',
      standing: 'active',
      version: 1,
      created_at,
    });
    const idNumber = residentId(number);
    const phone = `+8613${String(number).padStart(9, '0')}`;
    const place = (column: string) => ({ agencyId: agency_id, place: `person.${column}`, id: personId });
    const [idNumberIndex, phoneIndex] = [
      this.#rows.encryption.blindIndex('id_number', idNumber),
      this.#rows.encryption.blindIndex('phone', phone),
    ];
    this.#rows.add('person', {
      id: personId,
      agency_id,
      name: this.#rows.names.person(),
      id_kind: 'resident_id',
      id_number_sealed: await this.#rows.encryption.seal(idNumber, place('id_number')),
      id_number_index: idNumberIndex,
      id_number_masked: maskIdNumber(idNumber),
      id_uploaded_by: agency.specialistId,
      id_checked_by: agency.managerId,
      id_checked_at: created_at,
      phone_sealed: await this.#rows.encryption.seal(phone, place('phone')),
      phone_index: phoneIndex,
      phone_masked: maskPhone(phone),
      wechat_has_phone: true,
      wechat_has_own_card: true,
      employer: 'registrant',
      version: 1,
      created_at,
    });
    const { specialistId, managerId } = agency;
    return {
      agencyId: agency_id,
      specialistId,
      managerId,
      clientId,
      clientName,
      contactId,
      subjectId,
      subjectName,
      subjectCode,
      personId,
      idNumberIndex,
      phoneIndex,
    };
  }
}

/** Made-up names and numbers of the volume: never the same twice, sound in their check characters, nobody's. Called by `volume.ts`. */
import {
  organisationCheckCharacter,
  residentIdCheckCharacter,
  usccCheckCharacter,
} from '../../packages/domain/dist/index.js';

const PLACES = ['上海', '广州', '成都', '杭州', '青岛', '厦门', '武汉', '西安', '苏州', '宁波'];
const TRADES = ['茶业', '食品', '医疗', '教育', '旅游', '家居', '服装', '机械', '化妆品', '体育用品', '宠物', '咖啡'];
const WORDS = [
  '北光',
  '灯桥',
  '远山',
  '青石',
  '云帆',
  '明月',
  '南星',
  '海岚',
  '晨曦',
  '木棉',
  '松风',
  '溪谷',
  '蓝鲸',
  '白鹭',
  '金桔',
  '红枫',
];
const CLIENTS = [
  'Northlight',
  'Kuala Terang',
  'Sungai Biru',
  'Aurora',
  'Casa Norte',
  'Fjordwind',
  'Blue Harbour',
  'Lumen',
  'Vela',
  'Olivia & Sons',
  'Terra Alta',
  'Maple',
];
const KINDS = ['Foods', 'Travel', 'Clinics', 'Schools', 'Home', 'Sports', 'Coffee', 'Cosmetics', 'Tools', 'Textiles'];
const FAMILIES = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '周', '吴'];
const GIVEN = ['芳', '伟', '敏', '静', '磊', '洋', '艳', '勇', '娟', '涛', '明', '超', '秀英', '霞', '平', '刚'];

/** A source of even numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Names drawn from one source; `number` is what makes each its own. */
export class VolumeNames {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  client(number: number): string {
    return `${this.#one(CLIENTS)} ${this.#one(KINDS)} ${number}`;
  }

  subject(number: number): string {
    return `${this.#one(PLACES)}${this.#one(WORDS)}${this.#one(TRADES)}${number}有限公司`;
  }

  account(number: number): string {
    return `${this.#one(WORDS)}${this.#one(TRADES)}${number}`;
  }

  person(): string {
    return `${this.#one(FAMILIES)}${this.#one(GIVEN)}`;
  }

  #one(list: readonly string[]): string {
    return list[Math.floor(this.#random() * list.length)] ?? '';
  }
}

/** Code of an enterprise's licence that passes its check. */
export function licenceCode(number: number): string {
  const organisation = String(number).padStart(8, '0');
  const first17 = `91310115${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + usccCheckCharacter(first17);
}

/** Number of a region that the register does not have, of somebody born between 1960 and 1999. */
export function residentId(number: number): string {
  const birth = new Date(Date.UTC(1960, 0, 1 + (Math.floor(number / 1000) % 14_600))).toISOString().slice(0, 10);
  const first17 = `999999${birth.replaceAll('-', '')}${String(number % 1000).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** UUIDv7 of a moment with digits of the given source, so that ids sort by time and are the same in each run. */
export function uuidAt(atMs: number, random: () => number): string {
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  const variant = '89ab'[Math.floor(random() * 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
}

import type { PathwaySearchDocument } from './document.ts';

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => isMap(value) && 'en' in value && isString(value.en);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const anyOrList: Check = (value) => value === 'any' || listOf(isString)(value);
const isLabelled: Check = (value) => isMap(value) && 'label' in value && isText(value.label);

const FIELDS = {
  id: isString,
  name: isText,
  summary: isText,
  destination: isString,
  origins: anyOrList,
  exceptOrigins: orAbsent(listOf(isString)),
  kind: isString,
  sectors: anyOrList,
  occupations: anyOrList,
  status: isString,
  effective: isMap,
  familyMayAccompany: orNull(isFlag),
  leadsToSettlement: orNull(isFlag),
  confidence: isString,
  verifiedOn: isString,
  stay: isMap,
  commitment: isString,
  reentry: orAbsent(isMap),
  backLine: listOf(isLabelled),
  workerPays: isString,
  workerCosts: listOf(isLabelled),
  wageFloor: orAbsent(isMap),
  updated: isString,
} as const satisfies Record<keyof PathwaySearchDocument, Check>;

const fields = Object.entries(FIELDS);

/** Cheap, for it runs on every result: what another program put into an index, or another release of this one, does not get past it. */
export function isSearchDocument(value: unknown): value is PathwaySearchDocument {
  if (!isMap(value)) return false;
  const held = new Map<string, unknown>(Object.entries(value));
  return fields.every(([field, check]) => check(held.get(field)));
}

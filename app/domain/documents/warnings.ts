import type { Criterion, Points, Rule } from '../rule/rule.ts';
import { walkRules } from '../rule/walk.ts';
import { isCalendarDate } from './dates.ts';
import type { Document } from './parse.ts';
import { type Path, type Problem, pointer, shown } from './problem.ts';
import type { Source } from './source.ts';

/** What an import should ask about, though nothing forbids it: a group, a pass mark, an exception or a source's day that cannot be meant so. */
export function warningsOf(document: Document): Problem[] {
  return [...exceptionWarnings(document), ...rulesOf(document).flatMap(pointsWarnings), ...sourceWarnings(document)];
}

/** Every rule of the document with the JSON Pointer of its place. */
export function rulesOf(document: Document): { rule: Rule; path: string }[] {
  switch (document.type) {
    case 'pathway':
      return [
        { rule: document.eligibility, path: '/eligibility' },
        ...whens(document.stay.caps, ['stay', 'caps']),
        ...whens(document.wageFloors, ['wageFloors']),
      ];
    case 'procedure':
      return [...whens(document.steps, ['steps']), ...whens(document.bars, ['bars'])];
    case 'vacancy':
      return document.requires === undefined ? [] : [{ rule: document.requires, path: '/requires' }];
    default:
      return [];
  }
}

function whens(list: readonly { when?: Rule }[] = [], path: Path): { rule: Rule; path: string }[] {
  return list.flatMap(({ when }, index) =>
    when === undefined ? [] : [{ rule: when, path: pointer([...path, index, 'when']) }],
  );
}

function exceptionWarnings(document: Document): Problem[] {
  if (document.type !== 'pathway') return [];
  const { origins, exceptOrigins = [] } = document;
  return exceptOrigins.flatMap((country, index) =>
    origins.includes(country)
      ? [{ path: `/exceptOrigins/${index}`, message: `${country} is in "origins" too: the exception wins` }]
      : [],
  );
}

function pointsWarnings({ rule, path }: { rule: Rule; path: string }): Problem[] {
  return [...walkRules(rule, path)].flatMap(({ rule: part, path: at }) =>
    'points' in part ? [...unusedGroups(part.points, at), ...unreachablePass(part.points, at)] : [],
  );
}

function unusedGroups({ items, groupMax = {} }: Points<Criterion>, path: string): Problem[] {
  const used = new Set(items.map(({ group }) => group));
  return Object.keys(groupMax).flatMap((group) =>
    used.has(group)
      ? []
      : [{ path: `${path}/points/groupMax/${group}`, message: `no item is in the group ${shown(group)}` }],
  );
}

function unreachablePass(points: Points<Criterion>, path: string): Problem[] {
  const highest = highestTotal(points);
  if (points.pass <= highest) return [];
  return [
    {
      path: `${path}/points/pass`,
      message: `nobody can reach ${points.pass}: all items together give ${highest} at most`,
    },
  ];
}

/** The points of one who meets every item, each group's sum cut at its maximum. */
function highestTotal({ items, groupMax = {} }: Points<Criterion>): number {
  const sums = new Map<string | undefined, number>();
  for (const { group, points } of items) sums.set(group, (sums.get(group) ?? 0) + points);
  const cut = [...sums].map(([group, sum]) => Math.min(sum, mostOf(group, groupMax)));
  // Sums of decimal points drift in the last binary digits; no table of points has more than a few decimals.
  return Number(cut.reduce((total, sum) => total + sum, 0).toFixed(6));
}

function mostOf(group: string | undefined, groupMax: Record<string, number>): number {
  return (
    (group !== undefined && Object.hasOwn(groupMax, group) ? groupMax[group] : undefined) ?? Number.POSITIVE_INFINITY
  );
}

function sourceWarnings(document: Document): Problem[] {
  const sources: readonly Source[] = 'sources' in document ? (document.sources ?? []) : [];
  return sources.flatMap(({ asOf }, index) =>
    asOf === undefined || isCalendarDate(asOf)
      ? []
      : [
          {
            path: `/sources/${index}/asOf`,
            message: `${shown(asOf)} is a season, not a date`,
            expected: 'a date that exists, YYYY-MM-DD',
          },
        ],
  );
}

import type { Difference, Fare, Trait } from '../../domain/population/difference.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import type { MessageId } from '../../i18n/translate.ts';

const TRAITS: readonly { trait: Trait; heading: MessageId }[] = [
  { trait: 'sex', heading: 'try.people.sex' },
  { trait: 'age', heading: 'try.people.age' },
  { trait: 'origin', heading: 'try.people.origin' },
];

const FIGURES: readonly { figure: keyof Fare; heading: MessageId }[] = [
  { figure: 'people', heading: 'try.people.people' },
  { figure: 'before', heading: 'try.people.before' },
  { figure: 'after', heading: 'try.people.after' },
  { figure: 'gain', heading: 'try.people.gain' },
  { figure: 'lose', heading: 'try.people.lose' },
];

function groupName(trait: Trait, group: string, { f, code, t }: Speech): string {
  if (group === '') return t('value.notStated');
  if (trait === 'sex') return code('value.sex', group);
  return trait === 'origin' ? f.country(group) : group;
}

/** Nationalities by their names; others stand in order already. */
const inOrder = (trait: Trait, groups: Difference['by'][Trait], speech: Speech) =>
  trait === 'origin'
    ? groups.toSorted(([a], [b]) => speech.f.compare(groupName(trait, a, speech), groupName(trait, b, speech)))
    : groups;

function Figures({ fare }: { fare: Fare }) {
  const { f } = useSpeech();
  return (
    <>
      {FIGURES.map(({ figure }) => (
        <td className="num" key={figure}>
          {f.number(fare[figure])}
        </td>
      ))}
    </>
  );
}

/** Who of the made-up people would be eligible before and after, who gains and who loses, in all and by sex, age and origin. */
export function PeopleTable({ difference: { all, by } }: { difference: Difference }) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <div className="scroll">
      <table className="nums">
        <caption>{t('try.people.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('try.people.group')}</th>
            {FIGURES.map(({ figure, heading }) => (
              <th scope="col" className="num" key={figure}>
                {t(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('try.people.all')}</th>
            <Figures fare={all} />
          </tr>
        </tbody>
        {TRAITS.map(({ trait, heading }) => (
          <tbody key={trait}>
            <tr>
              <th scope="rowgroup" colSpan={FIGURES.length + 1}>
                {t(heading)}
              </th>
            </tr>
            {inOrder(trait, by[trait], speech).map(([group, fare]) => (
              <tr key={group}>
                <th scope="row" className="l1">
                  <bdi>{groupName(trait, group, speech)}</bdi>
                </th>
                <Figures fare={fare} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { AnswerRow } from '../check/question-link.ts';
import { Say } from '../ui/Say.tsx';
import { Told } from './PartList.tsx';

/** A part as it would be, and as it is. */
export type AdoptRow = AnswerRow & { before: AnswerRow };

/** Parts of a profile that would change, each as it is and as it would be, and the button that changes them. */
export function AdoptTable({ rows, seen }: { rows: readonly AdoptRow[]; seen: string }) {
  const { t, locale } = useSpeech();
  return (
    <>
      <table className="fold gap">
        <thead>
          <tr>
            <th scope="col">{t('adopt.part')}</th>
            <th scope="col">{t('adopt.before')}</th>
            <th scope="col">{t('adopt.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, isPrivate, before, ...after }) => (
            <tr key={id}>
              <th scope="row">
                <Say text={title} quiet /> {isPrivate && <span className="tag">{t('check.private')}</span>}
              </th>
              <td data-l={t('adopt.before')}>
                <Told {...before} />
              </td>
              <td data-l={t('adopt.after')}>
                <Told {...after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="post" className="cluster">
        <input type="hidden" name="seen" value={seen} />
        <button className="btn" type="submit">
          {t('adopt.submit')}
        </button>
        <a className="btn two" href={accountPage(locale, 'profile')}>
          {t('adopt.leave')}
        </a>
      </form>
    </>
  );
}

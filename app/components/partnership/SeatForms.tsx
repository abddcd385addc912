import { type PublishedPartnership, TRACKS } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { AskText } from '../account/AskInputs.tsx';

/** Seats that are taken, on each track, and a form to take more or to give some back. */
export function SeatForms({ seats, seatsLeft }: Pick<PublishedPartnership, 'seats' | 'seatsLeft'>) {
  const { t, f } = useSpeech();
  return (
    <>
      <p className="gap">{t('partnership.count.hint')}</p>
      <div className="split">
        {TRACKS.map((track) => (
          <form method="post" className="stack" noValidate key={track}>
            <h3>{t(`training.${track}`)}</h3>
            <p>
              {t('partnership.taken', {
                taken: f.number(seats[track] - seatsLeft[track]),
                seats: f.number(seats[track]),
              })}
            </p>
            <input type="hidden" name="track" value={track} />
            <AskText name={`take-${track}`} label={t('partnership.count')} size="short" inputMode="numeric" />
            <p className="cluster">
              <button className="btn" type="submit" name="do" value="take">
                {t('partnership.take')}
              </button>
              <button className="btn two" type="submit" name="do" value="give-back">
                {t('partnership.giveBack')}
              </button>
            </p>
          </form>
        ))}
      </div>
    </>
  );
}

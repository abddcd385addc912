import { type PublishedPartnership, TRACKS } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** What the two tracks of a training are, side by side, and how many seats each has left. */
export function Tracks({
  partnership: { provider, destination, seats, seatsLeft },
}: {
  partnership: Pick<PublishedPartnership, 'provider' | 'destination' | 'seats' | 'seatsLeft'>;
}) {
  const { t, f } = useSpeech();
  const countries = { origin: f.country(provider.country), destination: f.country(destination) };
  return (
    <dl className="facts">
      {TRACKS.map((track) => (
        <div key={track}>
          <dt>{t(`training.${track}`)}</dt>
          <dd>
            <b>
              {seatsLeft[track] === 0
                ? t('training.none')
                : t('training.seats', { left: f.number(seatsLeft[track]), seats: f.number(seats[track]) })}
            </b>
            {t(`training.${track}.text`, countries)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

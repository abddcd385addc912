import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';

const WIDTH = 720;

/** A chart of two lands and one channel, a line each way. Drawn for left-to-right; a right-to-left page mirrors it. */
const Chart = () => {
  const { t, locale } = useSpeech();
  const rtl = directionOf(locale) === 'rtl';
  const at = (x: number) => (rtl ? WIDTH - x : x);
  return (
    <svg
      className="chart"
      width="360"
      height="260"
      viewBox={`0 0 ${WIDTH} 520`}
      preserveAspectRatio={`${rtl ? 'xMin' : 'xMax'}YMid slice`}
      aria-hidden="true"
    >
      <g transform={rtl ? `translate(${WIDTH}) scale(-1 1)` : undefined}>
        <path className="c-shoal" d="M30 700C150 520 300 430 380 330S560 120 760-140" />
        <path className="c-deep" d="M30 700C150 520 300 430 380 330S560 120 760-140" />
        <path
          className="c-coast"
          d="M20 640c30-150 90-204 160-204s100 44 150 52 86 50 110 160M478-200c-10 120 30 260 118 284s80 56 160 60 200-30 900-40"
        />
        <path
          className="c-land"
          d="M20 640c30-150 90-204 160-204s100 44 150 52 86 50 110 160zM478-200c-10 120 30 260 118 284s80 56 160 60 200-30 900-40V-200z"
        />
        <path className="c-way" d="M236 440C262 372 330 350 372 288S470 150 566 98M546 97l20 1-11 17" />
        <path className="c-home c-dash" d="M640 118C600 210 520 262 474 330S372 430 334 480" />
        <path className="c-home" d="m352 472-18 8 2-20" />
        <path className="bu" d="M216 350h22v28h-22zM376 170h22v28h-22z" />
        <path className="bu2" d="m444 424 15-28 15 28zM600 256l15-28 15 28z" />
      </g>
      <text x={at(180)} y="500" textAnchor="middle">
        {t('home.chart.home')}
      </text>
      <text x={at(652)} y="60" textAnchor="middle">
        {t('home.chart.work')}
      </text>
    </svg>
  );
};

function CountrySelect({
  name,
  label,
  codes,
}: {
  name: 'origin' | 'destination';
  label: string;
  codes: readonly string[];
}) {
  const { t, f } = useSpeech();
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue="">
        <option value="">{t('home.anyCountry')}</option>
        {f.countries(codes).map(({ code, name: country }) => (
          <option key={code} value={code}>
            {country}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What this is, and the search: from where, to where, what work. */
export function Hero({ origins, destinations }: { origins: readonly string[]; destinations: readonly string[] }) {
  const { t, locale } = useSpeech();
  return (
    <div className="hero">
      <Chart />
      <div className="wrap hero-in">
        <div>
          <h1>{t('home.title')}</h1>
          <p className="lede gap-2">{t('home.lede')}</p>
          <form className="two" action={`/${locale}/pathways`} method="get" role="search">
            <CountrySelect name="origin" label={t('home.from')} codes={origins} />
            <CountrySelect name="destination" label={t('home.to')} codes={destinations} />
            <p className="field full">
              <label htmlFor="q">
                {t('home.work')} <span className="hint">{t('home.work.hint')}</span>
              </label>
              <input id="q" name="q" autoComplete="off" maxLength={200} enterKeyHint="search" />
            </p>
            <p className="full cluster">
              <button className="btn" type="submit">
                {t('home.show')}
              </button>
              <a className="btn two" href={`/${locale}/check`}>
                {t('home.check')}
              </a>
            </p>
          </form>
        </div>
      </div>
    </div>
  );
}

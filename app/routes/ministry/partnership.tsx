import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findPartnership } from '../../../db/queries/partnership.ts';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PartnershipForm, usePartnershipLabels } from '../../components/partnership/PartnershipForm.tsx';
import { SeatForms } from '../../components/partnership/SeatForms.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { readCount } from '../../domain/check/typed/number.ts';
import { typedIn } from '../../domain/check/typed/typed.ts';
import { SomePlaces } from '../../domain/documents/numbers.ts';
import { mayWith } from '../../domain/partnership/fit-pathway.ts';
import { fieldsOfPartnership, type Values } from '../../domain/partnership/form.ts';
import { isPartnershipMove, isTrack } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { officerHere } from '../../server/officer.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { pathwaysToTrainFor, publishTyped } from '../../server/partnership.server.ts';
import { closeOrReopen, takeSeats } from '../../use-cases/partnership/move-partnership.ts';

export const headers = () => ACCOUNT_HEADERS;

/** A partnership of the officer's state. */
async function partnershipHere({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const { partnership: id = '' } = params;
  const officer = officerHere(context);
  const found = await findPartnership(context.db, id);
  const isTheirs =
    found &&
    mayWith(officer.who, 'publish-partnership', { origin: found.provider.country, destination: found.destination });
  if (!isTheirs) throw notFound('partnership', id);
  return { officer, found };
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { officer, found } = await partnershipHere({ params, context });
  return data(
    { found, fields: fieldsOfPartnership(found), pathways: await pathwaysToTrainFor(context, officer) },
    { headers: ACCOUNT_HEADERS },
  );
}

const NOT_MOVED = {
  full: 'partnership.seats.full',
  none: 'partnership.seats.none',
  closed: 'partnership.seats.closed',
  flagged: 'partnership.seats.flagged',
} as const;

/** The seats that were asked for, on the track of the form that was sent. */
function seatsIn(values: Values) {
  const track = isTrack(values['track']) ? values['track'] : 'away';
  const field = `take-${track}`;
  const count = readCount(typedIn(new URLSearchParams(values)), field, SomePlaces);
  if (!count.ok) return { field };
  return { field, asked: { track, count: values['do'] === 'take' ? count.value : -count.value } };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { officer, found } = await partnershipHere({ params, context });
  const { id } = found;
  const values = await fieldsOf(request);
  const here = `/${localeOf(params)}/ministry/partnerships/${id}`;
  const button = values['do'];
  if (isPartnershipMove(button)) {
    await closeOrReopen(context.database, officer.who, id, button);
    return onwards(here);
  }
  if (button !== 'take' && button !== 'give-back')
    return (await publishTyped(context, officer, id, values)) ?? onwards(here);
  const typed = { ...fieldsOfPartnership(found), ...values };
  const { field, asked } = seatsIn(values);
  if (!asked) return again(typed, { field, message: 'slip.count' });
  const moved = await takeSeats(context.database, officer.who, { id, ...asked });
  if (moved.ok) return onwards(here);
  if (moved.problem === 'missing') throw notFound('partnership', id);
  return again(typed, { field, message: NOT_MOVED[moved.problem] });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return unlisted(speech, loaded ? speech.plain(loaded.found.name) : '');
};

/** A partnership as an officer of either state keeps it: its seats, whether it is open, what it says. */
export default function PartnershipPage() {
  const { found, fields, pathways } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, plain, locale } = useSpeech();
  const { stage, misfit, pathway } = found;
  return (
    <AskPage
      title={plain(found.name)}
      lede={
        <>
          {t(`partnership.${stage}`)} ·{' '}
          <a href={`/${locale}/pathways/${pathway}#training`}>{t('posting.asOthersSee')}</a>
        </>
      }
      back={{ href: `/${locale}/ministry/partnerships`, words: t('partnerships.title') }}
      reply={reply ?? { values: fields, problems: [] }}
      labels={usePartnershipLabels()}
    >
      {misfit !== null && <p className="note">{t(`partnership.flagged.${misfit}`)}</p>}
      <Section id="seats" title={t('partnership.seats')}>
        <SeatForms {...found} />
        <form method="post" className="gap-2">
          <button className="btn two" type="submit" name="do" value={stage === 'open' ? 'close' : 'reopen'}>
            {t(stage === 'open' ? 'partnership.close' : 'partnership.reopen')}
          </button>
        </form>
      </Section>
      <Section id="change" title={t('partnership.change')}>
        <PartnershipForm pathways={pathways} />
      </Section>
    </AskPage>
  );
}

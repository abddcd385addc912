import type { Pathway } from '../../app/domain/documents/index.ts';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Connection } from '../../db/client.server.ts';
import { aPathway } from './documents.ts';
import { importAll } from './imports.ts';

type Example = Pick<Pathway, 'id' | 'destination' | 'origins' | 'sectors' | 'occupations' | 'kind'> & {
  hi: [string, string];
  bn: [string, string];
  ne: [string, string];
};

/** Invented pathways in scripts that the seed has little of, marked as examples wherever they show. */
const EXAMPLES: Example[] = [
  {
    ...{
      id: 'example-nurses',
      destination: 'DE',
      origins: ['IN', 'NP', 'BD'],
      sectors: ['Q'],
      occupations: ['2221'],
      kind: 'skills-partnership',
    },
    hi: ['जर्मनी में नर्सों के लिए कार्यक्रम', 'प्रशिक्षित नर्स अस्पताल में काम करती हैं। भाषा की परीक्षा जरूरी है।'],
    bn: ['জার্মানিতে নার্সদের কর্মসূচি', 'প্রশিক্ষিত নার্স হাসপাতালে কাজ করেন। ভাষা পরীক্ষা প্রয়োজন।'],
    ne: ['जर्मनीमा नर्सहरूको कार्यक्रम', 'तालिम प्राप्त नर्सले अस्पतालमा काम गर्छन्।'],
  },
  {
    ...{
      id: 'example-farm',
      destination: 'IT',
      origins: ['BD', 'IN'],
      sectors: ['A'],
      occupations: ['9211'],
      kind: 'seasonal',
    },
    hi: ['मौसमी कृषि श्रमिक', 'फसल कटाई के समय खेत पर काम, अधिकतम नौ महीने।'],
    bn: ['মৌসুমি কৃষি শ্রমিক', 'ফসল কাটার সময় খামারে কাজ, সর্বোচ্চ নয় মাস।'],
    ne: ['मौसमी कृषि कामदार', 'बाली काट्ने बेला खेतमा काम।'],
  },
  {
    ...{
      id: 'example-building',
      destination: 'QA',
      origins: ['NP', 'BD', 'IN'],
      sectors: ['F'],
      occupations: ['7112', '9313'],
      kind: 'temporary',
    },
    hi: ['निर्माण श्रमिकों की भर्ती', 'राजमिस्त्री और मजदूर के लिए निर्माण स्थल पर काम।'],
    bn: ['নির্মাণ শ্রমিক নিয়োগ', 'রাজমিস্ত্রি ও শ্রমিকদের জন্য নির্মাণস্থলে কাজ।'],
    ne: ['निर्माण कामदार भर्ना', 'डकर्मी र ज्यामीका लागि निर्माण स्थलमा काम।'],
  },
  {
    ...{
      id: 'example-care',
      destination: 'JP',
      origins: ['IN', 'NP', 'BD'],
      sectors: ['Q'],
      occupations: ['5322'],
      kind: 'training',
    },
    hi: ['वृद्धों की देखभाल', 'जापान में देखभाल कर्मी। जापानी भाषा सीखनी होगी।'],
    bn: ['বয়স্কদের পরিচর্যা', 'জাপানে পরিচর্যা কর্মী। জাপানি ভাষা শিখতে হবে।'],
    ne: ['वृद्ध हेरचाह', 'जापानमा हेरचाह कामदार। जापानी भाषा सिक्नुपर्छ।'],
  },
  {
    ...{
      id: 'example-factory',
      destination: 'KR',
      origins: ['BD', 'NP'],
      sectors: ['C'],
      occupations: ['81'],
      kind: 'temporary',
    },
    hi: ['कोरिया में कारखाना श्रमिक', 'कारखाने में मशीन चलाना। परीक्षा पास करनी होगी।'],
    bn: ['কোরিয়ায় কারখানা শ্রমিক', 'কারখানায় যন্ত্র চালানো। পরীক্ষায় উত্তীর্ণ হতে হবে।'],
    ne: ['कोरियामा कारखाना कामदार', 'कारखानामा मेसिन चलाउने काम।'],
  },
  {
    ...{
      id: 'example-drivers',
      destination: 'SA',
      origins: ['BD', 'IN'],
      sectors: ['H'],
      occupations: ['8332'],
      kind: 'temporary',
    },
    hi: ['ट्रक चालक', 'भारी वाहन चालक के लिए काम। लाइसेंस जरूरी है।'],
    bn: ['ট্রাক চালক', 'ভারী যানবাহন চালকের কাজ। লাইসেন্স প্রয়োজন।'],
    ne: ['ट्रक चालक', 'भारी सवारी चालकको काम।'],
  },
];

const toPathway = ({ hi, bn, ne, ...terms }: Example): Pathway =>
  aPathway({
    ...terms,
    name: { en: `Example: ${terms.id.slice('example-'.length)}`, hi: hi[0], bn: bn[0], ne: ne[0] },
    summary: { en: 'An example, not a real pathway.', hi: hi[1], bn: bn[1], ne: ne[1] },
  });

/** The real seed, and the examples: what a new installation searches, and a little more. */
export async function fillWithCorpus(connection: Connection): Promise<void> {
  await prepareDatabase(connection, { progress: () => undefined });
  const { problems } = await importAll(connection.db, EXAMPLES.map(toPathway), { onDocuments: projectChanged });
  if (problems.length > 0) throw new Error(`the examples are broken: ${JSON.stringify(problems)}`);
}

import type { Source } from '../../documents/source.ts';
import type { Text } from '../../documents/text.ts';
import type { Change, ChangeableFact } from './change.ts';

/** What the months of effort.ts rest on. */
export type Assumption = { text: Text; source: Source | null };

const ourEstimate: Source = { id: 'our-estimate', title: 'An estimate of this project', basis: 'general-knowledge' };

const ASSUMPTIONS: Record<ChangeableFact, Assumption> = {
  language: {
    text: {
      en: 'Ten hours of lessons a week. From the beginning some 100 hours to A1, 200 to A2, 400 to B1, 600 to B2, 800 to C1, 1,200 to C2. Languages far from your own take longer.',
      es: 'Diez horas de clase por semana. Desde el principio, unas 100 horas hasta A1, 200 hasta A2, 400 hasta B1, 600 hasta B2, 800 hasta C1 y 1200 hasta C2. Las lenguas muy distintas de la suya llevan más tiempo.',
      fr: 'Dix heures de cours par semaine. Depuis le début, environ 100 heures jusqu’à A1, 200 jusqu’à A2, 400 jusqu’à B1, 600 jusqu’à B2, 800 jusqu’à C1, 1 200 jusqu’à C2. Une langue éloignée de la vôtre prend plus de temps.',
      ar: 'عشر ساعات من الدروس في الأسبوع. من البداية: نحو 100 ساعة للمستوى A1 و200 لـ A2 و400 لـ B1 و600 لـ B2 و800 لـ C1 و1200 لـ C2. اللغات البعيدة عن لغتك تحتاج إلى وقت أطول.',
    },
    source: {
      id: 'cambridge-guided-learning-hours',
      title: 'Guided learning hours (Cambridge English)',
      url: 'https://support.cambridgeenglish.org/hc/en-gb/articles/202838506-Guided-learning-hours',
      basis: 'secondary',
    },
  },
  test: {
    text: {
      en: 'Three months to prepare, sit the test and get the result. Learning the language itself is not counted.',
      es: 'Tres meses para prepararse, hacer la prueba y recibir el resultado. No se cuenta el aprendizaje de la lengua.',
      fr: 'Trois mois pour se préparer, passer le test et recevoir le résultat. L’apprentissage de la langue n’est pas compté.',
      ar: 'ثلاثة أشهر للاستعداد وأداء الاختبار والحصول على النتيجة. ولا يُحسب تعلّم اللغة نفسها.',
    },
    source: ourEstimate,
  },
  education: {
    text: {
      en: 'Full-time study: six years for primary school, three for each stage of secondary school; after that one year for a post-secondary course, two for a short degree, four for a bachelor’s degree; two more for a master’s, three more for a doctorate.',
      es: 'Estudio a tiempo completo: seis años de primaria y tres por cada ciclo de secundaria; después, un año para un curso postsecundario, dos para un título corto y cuatro para un grado; dos más para un máster y tres más para un doctorado.',
      fr: 'Études à plein temps : six ans d’école primaire, trois par cycle du secondaire ; ensuite un an pour une formation post-secondaire, deux pour un diplôme court, quatre pour une licence ; deux de plus pour un master, trois de plus pour un doctorat.',
      ar: 'دراسة بدوام كامل: ست سنوات للمرحلة الابتدائية وثلاث لكل من مرحلتي التعليم الثانوي؛ ثم سنة لدورة بعد الثانوية، وسنتان لشهادة قصيرة، وأربع للبكالوريوس؛ وسنتان إضافيتان للماجستير وثلاث للدكتوراه.',
    },
    source: {
      id: 'isced-2011',
      title: 'International Standard Classification of Education, ISCED 2011 (UNESCO Institute for Statistics)',
      url: 'https://uis.unesco.org/sites/default/files/documents/international-standard-classification-of-education-isced-2011-en.pdf',
      basis: 'general-knowledge',
    },
  },
  training: {
    text: {
      en: 'A training takes as many months as it lasts, begun anew.',
      es: 'Una formación lleva tantos meses como dura, empezada de nuevo.',
      fr: 'Une formation prend autant de mois qu’elle dure, reprise au début.',
      ar: 'يستغرق التدريب عدد الأشهر التي يدومها، إذا بدأ من جديد.',
    },
    source: null,
  },
  experience: {
    text: {
      en: 'Months of work take as many months, with work in each of them.',
      es: 'Los meses de trabajo llevan otros tantos meses, con trabajo en cada uno.',
      fr: 'Des mois de travail prennent autant de mois, avec du travail dans chacun.',
      ar: 'أشهر العمل تستغرق العدد نفسه من الأشهر، مع عمل في كل شهر منها.',
    },
    source: null,
  },
  qualification: {
    text: {
      en: 'Recognition: one month for the office to confirm the papers and three to decide, as German law has it; other states may take longer. A vocational qualification that you do not hold yet: three years more, the most that German law provides for.',
      es: 'Reconocimiento: un mes para que la oficina confirme los papeles y tres para decidir, según la ley alemana; otros Estados pueden tardar más. Una cualificación profesional que aún no tiene: tres años más, lo máximo que prevé la ley alemana.',
      fr: 'Reconnaissance : un mois pour que le service confirme les pièces et trois pour décider, selon le droit allemand ; d’autres États peuvent prendre plus de temps. Une qualification professionnelle que vous n’avez pas encore : trois ans de plus, le maximum prévu par le droit allemand.',
      ar: 'الاعتراف: شهر لتأكيد الجهة استلام الأوراق وثلاثة أشهر للقرار بحسب القانون الألماني؛ وقد تستغرق دول أخرى وقتًا أطول. والمؤهل المهني الذي لا تملكه بعد: ثلاث سنوات إضافية، وهي أقصى ما ينص عليه القانون الألماني.',
    },
    source: {
      id: 'bqfg-6-bbig-5',
      title: 'Berufsqualifikationsfeststellungsgesetz § 6 (2) and (3); Berufsbildungsgesetz § 5 (1) no. 2',
      url: 'https://www.gesetze-im-internet.de/bqfg/__6.html',
      basis: 'official',
    },
  },
  savings: {
    text: {
      en: 'Not estimated: how long saving takes depends on what you earn and who depends on you.',
      es: 'Sin estimación: el tiempo para ahorrar depende de lo que gana y de quiénes dependen de usted.',
      fr: 'Pas d’estimation : le temps d’épargner dépend de ce que vous gagnez et de qui dépend de vous.',
      ar: 'بلا تقدير: مدة الادخار تتوقف على دخلك وعلى من تعيلهم.',
    },
    source: null,
  },
  offer: {
    text: {
      en: 'Not estimated: an offer depends on employers. Nobody may ask you to pay for one.',
      es: 'Sin estimación: una oferta depende de los empleadores. Nadie puede pedirle que pague por ella.',
      fr: 'Pas d’estimation : une offre dépend des employeurs. Personne ne peut vous demander de payer pour en avoir une.',
      ar: 'بلا تقدير: العرض يتوقف على أصحاب العمل. ولا يحق لأحد أن يطلب منك مالًا مقابله.',
    },
    source: null,
  },
};

/** What is assumed about each fact that some of the changes are about. */
export function assumptionsOf(changes: readonly Change[]): (Assumption & { fact: ChangeableFact })[] {
  const facts = new Set(changes.map(({ fact }) => fact));
  return [...facts].map((fact) => ({ fact, ...ASSUMPTIONS[fact] }));
}

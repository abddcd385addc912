/** What there is to know of a language to compare the job titles in it. All of it is written as folded text. What the endings leave
 * need not be a word: both sides are cut alike. */
export type Tongue = {
  /** Words that say nothing about the work. */
  small: string;
  /** Endings that a word is compared without, `ending>replacement` where one stays; the longest that fits is taken. */
  endings: string;
  /** What is written before a word as part of it. */
  article?: string;
  /** From such a word on, a title says what is not meant. */
  except?: string;
  /** Spellings that mean the same letter: `from>to`. */
  spelt?: string;
  /** Marks of gender that are added to a title: `/in`, `*innen`. */
  gender?: RegExp;
  /** Its words are joined to longer ones, so that letters say more than words. */
  joins?: true;
};

const TONGUES: Record<string, Tongue> = {
  ar: {
    small: 'في من على و او ال',
    endings: 'ات ون ين يه ه',
    article: 'ال',
  },
  bg: {
    small: 'на и в за с от по или до',
    endings: 'ите ията ията ове еве ища ия ият ът ка ки ци а я о е и й',
  },
  cs: {
    small: 'a v ve na pro s se z ze do o k u i nebo',
    endings: 'ovych ovym oveho kyne icka ove eho emu ych ymi ami ace ice ka ky ni ny y a e i u o',
  },
  da: {
    small: 'og i af til for med pa en et den de eller',
    endings: 'erne erinde inde ende er en et e s',
    joins: true,
  },
  de: {
    small: 'im in der die das und oder fur von mit am des den dem zum zur auf fachrichtung bereich schwerpunkt',
    endings: 'innen erinnen>er erin>er in en es e n s',
    except: 'ohne',
    gender: /[/*:_-]-?\(?(?:innen|in|frau)\)?(?!\p{L})|\(er\)|\(in\)/gu,
    joins: true,
  },
  el: {
    small: 'και η ο το του της των σε για με',
    endings: 'τριες>τ τρια>τ τες>τ της>τ ους ων οι ος ης ες ας α η ο',
  },
  en: {
    small: 'of the and or a an in for to with all other by general',
    endings: 'ies>y ves>f sses>ss ches>ch shes>sh xes>x ss>ss us>us s',
    except: 'except',
    spelt: 'ae>e oe>e',
  },
  es: {
    small: 'de la el los las y o e en general para con del por a al u otros otras similares',
    endings: 'adoras>ador adora>ador adores>ador oras>or ora>or ores>or as os es a o e s',
    except: 'excepto salvo',
  },
  et: {
    small: 'ja voi',
    endings: 'ide ite ad id us e a i u d',
    joins: true,
  },
  fi: {
    small: 'ja tai',
    endings: 'ien jen iden sta lla ssa in en an t n',
    joins: true,
  },
  fr: {
    small: 'de des du la le les l d en et ou a au aux pour par sur un une',
    endings:
      'trices>teur trice>teur euses>eur euse>eur eurs>eur eur>eur eres>er ere>er ers>er er>er iennes>ien ienne>ien iens>ien ives>if ive>if aux>al ees>e ee>e es s e',
    except: 'sauf hormis',
  },
  ga: {
    small: 'agus an na le i ar',
    endings: 'anna anai oiri>oir ai i',
  },
  hr: {
    small: 'i u za na s sa od do iz ili',
    endings: 'skoga skih ckih ica ka ke ki og ih im om em a e i o u',
  },
  hu: {
    small: 'es a az vagy egyeb',
    endings: 'ok ek ak no i k',
    joins: true,
  },
  is: {
    small: 'og i a vid fyrir eda',
    endings: 'arnir ar ir ur i a',
    joins: true,
  },
  it: {
    small: 'di del della dei delle e o in per il la le da al alla',
    endings: 'trici>tore trice>tore tori>tor tore>tor a e i o',
  },
  lt: {
    small: 'ir ar',
    endings: 'iniu iniai oriaus eja ejas oja ojas ininkas ininke iu ai as is us es e a o u i',
  },
  lv: {
    small: 'un ar vai',
    endings: 'taja tajs niece nieks ajs aja as is us es a e s u i',
  },
  mt: {
    small: 'u ta tal tat il l fi jew',
    endings: 'ijiet iera>ier iet a i',
  },
  nl: {
    small: 'van en of de het een in voor met te',
    endings: 'sters>er ster>er en s e',
  },
  no: {
    small: 'og i av til for med pa en et den de eller',
    endings: 'ene ende er en et e s',
    joins: true,
  },
  pl: {
    small: 'do i w z na ds dla oraz spraw u o ze lub',
    endings: 'ami ach ow om ego emu ych ymi owie iem em ie ia ii iej ej y i a e u o',
  },
  pt: {
    small: 'de da do das dos e ou em para com a o os as por no na',
    endings: 'adoras>ador adora>ador adores>ador oras>or ora>or ores>or as os es a o e s',
    except: 'exceto',
  },
  ro: {
    small: 'de si in pe la cu al a ale ai sau pentru din',
    endings: 'toare>tor tori>tor toarei>tor ilor elor ului ei ea ii le ul a e i u',
  },
  sk: {
    small: 'a v vo na pre s so z zo do o k u i alebo',
    endings: 'ovych ovym oveho kyna icka ove eho emu ych ymi ami ka ky ne ny y a e i u o',
  },
  sl: {
    small: 'in v za na s z iz od do ali pri',
    endings: 'skega skih ica ka ke ki ega ih im om em a e i o u',
  },
  sv: {
    small: 'och i av till for med pa en ett den de eller',
    endings: 'erna arna orna aren are er ar or en et a e s',
    joins: true,
  },
  uk: {
    small: 'i та і в у з на для або по до',
    endings: 'ниця>ник ники>ник ого ому ими ами ів ка ки ий а я і и у ю о е',
  },
};

const UNKNOWN: Tongue = { small: '', endings: '' };

/** The languages that titles are read in by rules of their own. */
export const TONGUE_CODES: readonly string[] = Object.keys(TONGUES);

export const tongueOf = (language: string): Tongue =>
  (Object.hasOwn(TONGUES, language) && TONGUES[language]) || UNKNOWN;

const NORWEGIAN = new Set(['nb', 'nn']);

/** The language of a BCP 47 tag as labels are kept in it: without region, and one Norwegian. */
export function labelLanguage(tag: string): string {
  const [language = ''] = tag.toLowerCase().split('-');
  return NORWEGIAN.has(language) ? 'no' : language;
}

/** Letters that Unicode does not decompose, as people without them on the keyboard write them. */
const SPELT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
};

/** Arabic letters that readers treat as one: final yaa and taa marbuta, Persian yeh and kaf, alef wasla. */
const ARABIC: Record<string, string> = { ى: 'ي', ی: 'ي', ې: 'ي', ة: 'ه', ە: 'ه', ک: 'ك', ٱ: 'ا' };

// Latin, Greek and Cyrillic accents; Arabic vowel marks, hamza and small letters; tatweel; joiners and soft hyphen.
// Vowel signs of Devanagari or Bengali are marks too, but they are letters to the reader, so they stay.
const DROPPED = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u00ad\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u0060\u00b4]/g;
const DIGIT = /(?![0-9])\p{Nd}/gu;
const SPECIAL = /[ßæœøđðłıþħŋىیېةەکٱ]/g;

/** The ten digits of a script stand side by side: a digit's value is its distance from the first of them. */
const asciiDigit = (digit: string) => {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
};

/** Most words of most texts: there is nothing to fold in them but capitals, and everything else here takes many times as long. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/**
 * A text as it is compared when searching: lower case, without accents or vowel marks, Arabic letters and digits unified.
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(APOSTROPHES, "'") // before normalising, which takes some of these for a space and an accent
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(APOSTROPHES, "'")
    .replace(DROPPED, '')
    .replace(SPECIAL, (letter) => SPELT[letter] ?? ARABIC[letter] ?? letter)
    .replace(DIGIT, asciiDigit)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

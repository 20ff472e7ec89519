import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { factRules } from '../ledger/facts/rules.ts';

/** What can be found before a record is filed. */
export const filingRules = {
  'record-capture-altered': {
    severity: 'error',
    title: 'The capture is not the one that the post was made from',
    meaning: 'It would be filed as proof of what it does not prove.',
    clause: '36 CFR 1236.10, house rule',
    cure: 'Put the file back that the post was made from, or correct `source.sha256`.',
    withholds: [],
    blocksFiling: true,
  },
  'record-capture-required': {
    severity: 'error',
    title: 'A capture is asked for, and there is none',
    meaning: 'With --require-capture no post is filed without the page that it was made from.',
    clause: '36 CFR 1236.10, house rule',
    cure: 'Put the capture where `source.file` names it, or file without --require-capture.',
    withholds: [],
    blocksFiling: true,
  },
  'record-capture-empty': {
    severity: 'warning',
    title: 'A capture is empty',
    meaning: 'It is filed, but nobody can hold the post against it.',
    clause: '36 CFR 1236.10, house rule',
    cure: 'Look for the capture where the page was captured; a copy was perhaps cut short.',
    blocksFiling: true,
  },
  'record-capture-missing': {
    severity: 'warning',
    title: 'There is no capture of the page',
    meaning: 'Later nobody can hold the post against the page that it was made from.',
    clause: 'house rule',
    cure: 'Put the capture beside the post, if there is one: it is filed with it.',
    blocksFiling: true,
  },
  'record-path-unfit': {
    severity: 'error',
    title: 'A path cannot stand in a bag',
    meaning: 'Programs that read bags would look for the file elsewhere.',
    clause: 'RFC 8493 §2.1.3',
    cure: 'Give the file or folder another name: programs would not find it in the bag.',
    withholds: [],
    blocksFiling: true,
  },
  'record-version-unnamed': {
    severity: 'error',
    title: 'The record is filed already, and this is another version',
    meaning: 'Nothing that is filed is replaced; a new version must be meant as one.',
    clause: '36 CFR 1236.12, house rule',
    cure: 'File it as another version with `--supersedes` and the id of the record.',
    withholds: [],
    blocksFiling: true,
  },
  'record-not-pdfa': {
    severity: 'error',
    title: 'The PDF does not claim PDF/A-2a',
    meaning: 'The copy of record must be readable when the programs of today are gone.',
    clause: '36 CFR 1236.48, house rule',
    cure: 'Cure the errors of the post: the copy of record must be PDF/A-2a.',
    withholds: [],
    blocksFiling: true,
  },
  'personal-ssn': {
    severity: 'error',
    title: 'A social security number stands in what is to be filed',
    meaning:
      'It opens accounts in the name of a person, and what is filed can be neither taken back nor changed.',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the number, or waive the finding under `waivers:` with its `match_hmac` and a reason.',
    withholds: [],
    waivable: true,
    blocksFiling: true,
  },
  'personal-unsearched': {
    severity: 'error',
    title: 'A capture cannot be searched for personal data',
    meaning:
      'Nobody knows whether it holds numbers of persons, and what is filed can be neither taken back nor changed.',
    clause: '5 USC 552a, house rule',
    cure: 'Look through the capture, and waive the finding under `waivers:` with `match_sha256` and a reason; or file another form of it.',
    withholds: [],
    waivable: true,
    blocksFiling: true,
  },
  'personal-email': {
    severity: 'warning',
    title: 'An e-mail address stands in what is to be filed',
    meaning: 'It may be the private one of a person.',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the address if it is a private one; else nothing, or waive the finding under `waivers:`.',
    waivable: true,
    blocksFiling: true,
  },
  'personal-telephone': {
    severity: 'warning',
    title: 'A telephone number stands in what is to be filed',
    meaning: 'It may be the private one of a person.',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the number if it is a private one; else nothing, or waive the finding under `waivers:`.',
    waivable: true,
    blocksFiling: true,
  },
  'image-gps': {
    severity: 'error',
    title: 'A picture says where it was taken',
    meaning: 'It may be where a person lives.',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the position from the picture, or waive the finding under `waivers:` with `match_sha256` and a reason.',
    withholds: [],
    waivable: true,
    blocksFiling: true,
  },
  'file-name-unsafe': {
    severity: 'error',
    title: 'The name of a file is not fit for every system',
    meaning: 'On its way to an archive the file could be renamed or refused.',
    clause: 'NARA Bulletin 2015-04 appendix B',
    cure: 'Name the file and its folders with a-z, 0-9, - and _ alone and one period at most, or waive the finding under `waivers:`.',
    withholds: [],
    waivable: true,
    blocksFiling: true,
  },
  'file-path-too-long': {
    severity: 'error',
    title: 'A path is too long',
    meaning: 'On its way to an archive it could be cut or refused.',
    clause: 'NARA Bulletin 2015-04 appendix B',
    cure: 'Shorten the names of the file and its folders, or the id of the record.',
    withholds: [],
    blocksFiling: true,
  },
  'file-path-clash': {
    severity: 'error',
    title: 'Two paths are the same but for capitals or accents',
    meaning: 'Where a system takes them for one, one file overwrites the other.',
    clause: 'RFC 8493 §6.1',
    cure: 'Give one of the two another name, not only other capitals.',
    withholds: [],
    blocksFiling: true,
  },
  'waiver-guessable': {
    severity: 'warning',
    title: 'The key of a waiver can be undone by trying',
    meaning:
      'There are so few numbers of persons and telephones that whoever has the bag finds by trying which one has this SHA-256.',
    clause: 'NIST SP 800-122 §4.2.4, house rule',
    cure: 'Write the `match_hmac` of the message instead of `match_sha256`; the waiver says the same.',
    blocksFiling: true,
  },
  'waiver-unused': {
    severity: 'warning',
    title: 'A waiver meets no finding',
    meaning: 'What it was to waive has changed, or is waived under a wrong digest.',
    clause: 'house rule',
    cure: 'Remove the waiver, or correct its rule and its key to what the finding tells.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type FilingRuleId = keyof typeof filingRules | 'record-id-missing';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<FilingRuleId> = reporterOf({ ...filingRules, ...factRules });

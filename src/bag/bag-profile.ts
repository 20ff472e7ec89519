/** Whether every bag of a profile has a label, and whether it may repeat. */
export type LabelUse = 'required' | 'optional' | 'repeatable';

/** What a profile asks of `bag-info.txt`, as far as it is held here (BagIt Profiles 1.4.0, `Bag-Info`). */
export interface BagProfile {
  /** Names the profile: the value of `BagIt-Profile-Identifier`. */
  readonly identifier: string;
  /** The labels in the order in which they stand; no others are sealed. */
  readonly labels: readonly (readonly [label: string, use: LabelUse])[];
}

/** The labels that sealing fills in from the payload and the profile. */
export const sealedLabels = ['Bag-Size', 'Payload-Oxum', 'BagIt-Profile-Identifier'] as const;

/** The labels that RFC 8493 §2.2.2 reserves, in its order. */
export const reservedLabels = [
  'Source-Organization',
  'Organization-Address',
  'Contact-Name',
  'Contact-Phone',
  'Contact-Email',
  'External-Description',
  'Bagging-Date',
  'External-Identifier',
  'Bag-Size',
  'Payload-Oxum',
  'Bag-Group-Identifier',
  'Bag-Count',
  'Internal-Sender-Identifier',
  'Internal-Sender-Description',
] as const;

/** Names our BagIt Profile, `templates/records/bagit-profile.json`; it is a name, not a place to fetch from. */
export const bagItProfileIdentifier = 'urn:uuid:6a1c0a3e-8f3b-4d57-9c5e-2b7d41f0a9e8';

/** Whether every record has a label, and whether it may repeat. */
export type LabelUse = 'required' | 'optional' | 'repeatable';

/** The labels of our bags in the order in which they stand: those of RFC 8493 §2.2.2, then ours. */
export const bagInfoFields = {
  'Source-Organization': 'required',
  'Organization-Address': 'optional',
  'Contact-Name': 'optional',
  'Contact-Phone': 'optional',
  'Contact-Email': 'optional',
  'External-Description': 'required',
  'Bagging-Date': 'required',
  'External-Identifier': 'required',
  'Bag-Size': 'required',
  'Payload-Oxum': 'required',
  'Bag-Group-Identifier': 'optional',
  'Internal-Sender-Identifier': 'optional',
  'Internal-Sender-Description': 'optional',
  'BagIt-Profile-Identifier': 'required',
  'Record-Version': 'required',
  'Record-Supersedes': 'optional',
  'Record-Title': 'required',
  'Record-Creator': 'optional',
  'Record-Released': 'optional',
  'Record-Updated': 'optional',
  'Record-Group': 'optional',
  'Record-Series': 'optional',
  'Relation-Has-Part': 'repeatable',
  'Source-URL': 'optional',
  Disposition: 'required',
  'Records-Schedule-Authority': 'optional',
  'Records-Schedule-Item': 'optional',
  'Retention-Period': 'optional',
  'Retention-Cutoff': 'optional',
  'Access-Restriction-Status': 'optional',
  'Specific-Access-Restriction': 'optional',
  'Use-Restriction-Status': 'optional',
  'Specific-Use-Restriction': 'optional',
  'Rights-Holder': 'optional',
  'Rights-Statement': 'optional',
  'Archive-Notice': 'optional',
  'Ledger-Head': 'required',
  Tool: 'required',
} as const;

/** A label of our bags. */
export type BagInfoLabel = keyof typeof bagInfoFields;

/** The labels that sealing fills in from the payload and the profile. */
export type SealedLabel = 'Bag-Size' | 'Payload-Oxum' | 'BagIt-Profile-Identifier';

/** The labels that whoever seals a bag gives. */
export type GivenLabel = Exclude<BagInfoLabel, SealedLabel>;

/** The labels in their order, each with its use. */
export const bagInfoLabels: readonly (readonly [label: string, use: LabelUse])[] =
  Object.entries(bagInfoFields);

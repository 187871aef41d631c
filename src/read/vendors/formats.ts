/** The ids of the formats of recognisers and platforms, as `--input-format` names them, in the order they are tried. `records`, which fits much, is the last. */

/** An id of a format that a recogniser or a platform writes as JSON. */
export type VendorFormat = (typeof vendorFormats)[number];

export const vendorFormats = [
  'contact-lens',
  'amazon-transcribe',
  'google-insights',
  'google-speech',
  'azure-speech',
  'genesys',
  'twilio',
  'deepgram',
  'speechmatics',
  'rev-ai',
  'gladia',
  'symbl',
  'ringcentral',
  'dialpad',
  'aircall',
  'huawei-sis',
  'tencent-asr',
  'tencent-ccc',
  'iflytek',
  'volcengine',
  'alibaba-sca',
  'alibaba-asr',
  'assemblyai',
  'whisper',
  'records',
] as const;

/** True for the id of a vendor's format. */
export function isVendorFormat(format: string): format is VendorFormat {
  return (vendorFormats as readonly string[]).includes(format);
}

/** Reads what recognisers and platforms write as JSON: tells the format by what a value holds, and makes calls of it. */
import type { Call } from '../../call/call.ts';
import { Failure, type Place } from '../../call/failure.ts';
import type { LabelReader } from '../labels.ts';
import { aircall } from './aircall.ts';
import { alibabaAsr } from './alibaba-asr.ts';
import { alibabaSca } from './alibaba-sca.ts';
import { amazonTranscribe } from './amazon-transcribe.ts';
import { assemblyai } from './assemblyai.ts';
import { azureSpeech } from './azure-speech.ts';
import { buildCall } from './build-call.ts';
import { contactLens } from './contact-lens.ts';
import { deepgram } from './deepgram.ts';
import { dialpad } from './dialpad.ts';
import type { Vendor } from './draft.ts';
import { vendorFormats, type VendorFormat } from './formats.ts';
import { genesys } from './genesys.ts';
import { gladia } from './gladia.ts';
import { googleInsights } from './google-insights.ts';
import { googleSpeech } from './google-speech.ts';
import { huaweiSis } from './huawei-sis.ts';
import { iflytek } from './iflytek.ts';
import { JsonNode, Misfit } from './json-node.ts';
import { revAi } from './rev-ai.ts';
import { ringcentral } from './ringcentral.ts';
import { speechmatics } from './speechmatics.ts';
import { symbl } from './symbl.ts';
import { tencentAsr } from './tencent-asr.ts';
import { tencentCcc } from './tencent-ccc.ts';
import { twilio } from './twilio.ts';
import { volcengine } from './volcengine.ts';
import { whisper } from './whisper.ts';

const vendors: Readonly<Record<VendorFormat, Vendor>> = {
  'contact-lens': contactLens,
  'amazon-transcribe': amazonTranscribe,
  'google-insights': googleInsights,
  'google-speech': googleSpeech,
  'azure-speech': azureSpeech,
  genesys,
  twilio,
  deepgram,
  speechmatics,
  'rev-ai': revAi,
  gladia,
  symbl,
  ringcentral,
  dialpad,
  aircall,
  'huawei-sis': huaweiSis,
  'tencent-asr': tencentAsr,
  'tencent-ccc': tencentCcc,
  iflytek,
  volcengine,
  'alibaba-sca': alibabaSca,
  'alibaba-asr': alibabaAsr,
  assemblyai,
  whisper,
};

/** A vendor's format, and in words why a value is of it. */
export interface Recognised {
  readonly format: VendorFormat;
  readonly reason: string;
}

/** The vendors' formats that a value fits, in the order they are tried; one at most unless two formats grow alike. */
export function recogniseVendors(value: unknown): readonly Recognised[] {
  const node = new JsonNode(value);
  return vendorFormats.flatMap((format) => {
    const reason = vendors[format].recognises(node);
    return reason === undefined ? [] : [{ format, reason }];
  });
}

/**
 * The calls of a value in a vendor's format; one that is not as the format has it is a Failure, and the others go on.
 * @param fallbackId the id of a call that brings none; `#n` is added where the value holds many.
 * @returns calls, and Failures `call-invalid` at `place`, whose message names the path in the value.
 */
export function* readVendor(
  value: unknown,
  format: VendorFormat,
  fallbackId: string,
  place: Place,
  labelOf: LabelReader,
): Generator<Call | Failure> {
  const vendor = vendors[format];
  const root = new JsonNode(value);
  const attempt = <Result>(make: () => Result): Result | Failure => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      return new Failure(error.message, {
        code: 'call-invalid',
        ...place,
        hint: `It was read as ${format}; name another format with --input-format if it is none.`,
      });
    }
  };
  const calls = attempt(() => vendor.calls?.(root) ?? [root]);
  if (calls instanceof Failure) {
    yield calls;
    return;
  }
  if (calls.length === 0) {
    yield new Failure('the list holds no calls', { code: 'input-empty', ...place });
  }
  for (const [index, call] of calls.entries()) {
    const id = calls.length === 1 ? fallbackId : `${fallbackId}#${index + 1}`;
    yield attempt(() => buildCall(vendor.read(call), id, labelOf));
  }
}

/** Reads what recognisers and platforms write as JSON: tells the format by what a value holds, and makes calls of it. */
import type { Call } from '../../call/call.ts';
import { Failure, type Place } from '../../call/failure.ts';
import { isRecord } from '../../call/is-record.ts';
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
import { records } from './records.ts';
import { isTalkList, talkLists } from './record-lists.ts';
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
  records,
};

/** A vendor's format, and in words why a value is of it. */
export interface Recognised {
  readonly format: VendorFormat;
  readonly reason: string;
}

/**
 * The vendors' formats that a value fits, in the order they are tried; one at most unless two formats grow alike. Records of
 * talk are what fits no other.
 */
export function recogniseVendors(value: unknown): readonly Recognised[] {
  const node = new JsonNode(value);
  const found: Recognised[] = [];
  for (const format of vendorFormats) {
    if (format === 'records' && found.length > 0) break;
    const reason = vendors[format].recognises(node);
    if (reason !== undefined) found.push({ format, reason });
  }
  return found;
}

/**
 * Whether a list that begins with these items is one call: of the segments of a vendor's format, or of records of talk.
 * @param said the format that the user said it is in.
 */
export function areSegments(items: readonly unknown[], said?: VendorFormat): boolean {
  const fits = (value: unknown) =>
    recogniseVendors(value).some(({ format }) => said === undefined || format === said);
  if (fits(items[0])) return false;
  const [known] = recogniseVendors(items);
  return known?.format === 'records' ? isTalkList(items) && fits(items) : fits(items);
}

/** A value of a vendor's format that stands within another. */
export interface Wrapped extends Recognised {
  readonly value: unknown;
  readonly path: string;
}

const deepest = 4;

/**
 * What of a vendor's format stands within a value that is of none, such as `{"data": {"transcript": …}}`: all of the first
 * format found, the nearest to the root. None where records of talk stand elsewhere in the value, which are more certainly
 * what was meant.
 */
export function wrappedVendors(value: unknown): readonly Wrapped[] {
  const said = talkLists(new JsonNode(value))[0]?.list.path;
  let level = [new JsonNode(value)];
  for (let depth = 0; depth < deepest; depth++) {
    level = level.flatMap(childrenOf);
    const found = level.flatMap((node): Wrapped[] => {
      // A bare list may be the words of a turn as well as the turns.
      if (!node.isRecord) return [];
      const [known] = recogniseVendors(node.value).filter(({ format }) => format !== 'records');
      return known === undefined ? [] : [{ ...known, value: node.value, path: node.path }];
    });
    const first = found[0];
    if (first === undefined) continue;
    if (said !== undefined && !found.some(({ path }) => said.startsWith(path))) return [];
    return found.filter(({ format }) => format === first.format);
  }
  return [];
}

/** Items of a list looked at for what is wrapped in them. */
const enough = 1000;

function childrenOf(node: JsonNode): JsonNode[] {
  if (node.isList)
    return node
      .items()
      .slice(0, enough)
      .filter((item) => item.isRecord || item.isList);
  if (!isRecord(node.value)) return [];
  const prefix = node.path === '' ? '' : `${node.path}.`;
  return Object.entries(node.value)
    .filter(([, value]) => typeof value === 'object' && value !== null)
    .map(([key, value]) => new JsonNode(value, prefix + key));
}

/**
 * The calls of a value in a vendor's format; one that is not as the format has it is a Failure, and the others go on.
 * @param fallbackId the id of a call that brings none; `#n` is added where the value holds many.
 * @param path where the value stands, for errors, if it is not the whole.
 * @returns calls, and Failures `call-invalid` at `place`, whose message names the path in the value.
 */
export function* readVendor(
  value: unknown,
  format: VendorFormat,
  fallbackId: string,
  place: Place,
  labelOf: LabelReader,
  path = '',
): Generator<Call | Failure> {
  const vendor = vendors[format];
  const root = new JsonNode(value, path);
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

/** Reads the text of a document of scripts by the reader of its format. */
import type { Speaker } from '../call/call.ts';
import type { Failure } from '../call/failure.ts';
import type { Warn } from '../read/reading.ts';
import type { ScriptFormat } from './document.ts';
import type { ScriptContents, ScriptReading } from './readers/contents.ts';
import { saidFields } from './readers/field-names.ts';
import { readMarkdown } from './readers/markdown.ts';
import { readPlainText } from './readers/text.ts';
import { voiceReader, type VoiceReader } from './speech.ts';

export interface ReadScriptOptions {
  /** Told from the name of the file where it is absent; text for a name that says nothing. */
  readonly format?: ScriptFormat;
  /** The names of keys and columns whose values are said, in place of the usual ones. */
  readonly fields?: readonly string[];
  /**
   * What columns of tables hold, where their names do not say it: `text`, `customer`, `scenario`, `title`, `speaker`
   * to their headers, such as `{text: '标准口径'}`. In a table that has the
   * column of `text`, no other is said.
   */
  readonly columns?: Readonly<Record<string, string>>;
  /** The user's own labels, which win over the tables. */
  readonly speakers?: ReadonlyMap<string, Speaker>;
  /** The ids of scenarios that the rules know. */
  readonly scenarios?: ReadonlySet<string>;
  /** The encoding, where the user says it; told from the content where it is absent. */
  readonly encoding?: string;
  /** Takes what was read and may be wrong, such as an encoding that had to be guessed. */
  readonly warn?: Warn;
}

/** Readers are asked for file after file with the same labels. */
const voicesBySpeakers = new WeakMap<ReadonlyMap<string, Speaker>, VoiceReader>();
let plainVoices: VoiceReader | undefined;

function voicesOf({ speakers }: ReadScriptOptions): VoiceReader {
  if (speakers === undefined) return (plainVoices ??= voiceReader());
  const voices = voicesBySpeakers.get(speakers) ?? voiceReader(speakers);
  voicesBySpeakers.set(speakers, voices);
  return voices;
}

/** What a reader is told of a file. */
export function scriptReading(file: string, options: ReadScriptOptions): ScriptReading {
  return {
    file,
    voices: voicesOf(options),
    isSaid: saidFields(options.fields),
    columns: options.columns ?? {},
    scenarios: options.scenarios,
  };
}

/** The content of a text; a Failure with its place where it is not of its format. */
export async function readContents(
  format: Exclude<ScriptFormat, 'xlsx'>,
  source: string,
  reading: ScriptReading,
): Promise<ScriptContents | Failure> {
  switch (format) {
    case 'markdown':
      return readMarkdown(source, reading);
    case 'text':
      return readPlainText(source, reading);
    case 'yaml': {
      const { readYamlScripts } = await import('./readers/yaml.ts');
      return readYamlScripts(source, reading);
    }
    case 'json': {
      const { readJsonScripts } = await import('./readers/json.ts');
      return readJsonScripts(source, reading);
    }
    case 'csv': {
      const { readCsvScripts } = await import('./readers/csv.ts');
      return readCsvScripts(source, reading);
    }
  }
}

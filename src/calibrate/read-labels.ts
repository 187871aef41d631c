/** Reads a table of human labels: of turns, of criteria, or grades of whole calls. */
import { Failure } from '../call/failure.ts';
import { tableRows, type Row } from '../read/csv-rows.ts';
import { fieldKey } from '../read/fields.ts';
import { labelColumns, type LabelColumns, type LabelField } from './label-columns.ts';
import { failOn } from './label-errors.ts';
import type {
  GradeSet,
  HumanOutcome,
  LabelSet,
  OutcomeLabel,
  OutcomeSet,
  TurnSet,
  WrittenName,
} from './label-set.ts';

interface LabelReading {
  /** As it is shown to the user. */
  readonly file: string;
  /** Field to header, where the user said so. */
  readonly columns: Readonly<Record<string, string>>;
  /** The grades to compare with; all numeric columns where empty. */
  readonly grades: readonly string[];
}

/** What stands between two labels of a cell. */
const between = /[;|,\s；｜，、]+/u;

const outcomeWords: Readonly<Record<HumanOutcome | 'skip', string>> = {
  met: 'met pass passed yes ok 达标 達標 合格 通过 通過 是 符合',
  'not-met':
    'notmet unmet fail failed no 未达标 未達標 不达标 不達標 不合格 未通过 未通過 否 不符合 没达标 未达成',
  'not-applicable': 'notapplicable na n/a 不适用 不適用 无关 無關',
  skip: 'notevaluated unknown 未评估 未評估 无法判断 無法判斷',
};

const outcomesByWord = new Map(
  (Object.keys(outcomeWords) as (keyof typeof outcomeWords)[]).flatMap((outcome) =>
    outcomeWords[outcome].split(' ').map((word) => [word, outcome] as const),
  ),
);

/**
 * The labels of a table; which kind they are is told from its headers.
 *
 * @throws {Failure} `labels-columns`, `labels-empty`, `csv-quote`
 * @throws {LabelErrors} with every row that cannot be read, by line
 */
export async function readLabels(text: string, reading: LabelReading): Promise<LabelSet> {
  const { file, columns: named } = reading;
  const [header, ...rows] = await tableRows(text, file);
  if (header === undefined || rows.length === 0) {
    throw new Failure('the file holds no labels', {
      code: 'labels-empty',
      file,
      hint: 'A row a label stands below the header.',
    });
  }
  const titles = header.cells.map((title) => title.trim());
  const columns = labelColumns(titles, named, file);
  switch (columns.kind) {
    case 'turns':
      return turnSet(rows, columns, file);
    case 'outcomes':
      return outcomeSet(rows, columns, file);
    case 'grades':
      return gradeSet(rows, titles, columns, reading);
  }
}

function cellOf({ at }: LabelColumns, field: LabelField): (row: Row) => string {
  const index = at[field]!;
  return ({ cells }) => (cells[index] ?? '').trim();
}

/** Collects names, each with the place where it stands first. */
class Names {
  readonly all = new Map<string, WrittenName>();

  add(name: string, { line, raw }: Row): void {
    if (this.all.has(name)) return;
    const at = raw.includes('\n') ? -1 : raw.indexOf(name);
    this.all.set(name, { name, line, ...(at < 0 ? {} : { column: at + 1 }) });
  }
}

function turnSet(rows: readonly Row[], columns: LabelColumns, file: string): TurnSet {
  const [callOf, turnOf, labelsOf] = (['call_id', 'turn', 'labels'] as const).map((field) =>
    cellOf(columns, field),
  ) as [(row: Row) => string, (row: Row) => string, (row: Row) => string];
  const failures: Failure[] = [];
  const names = new Names();
  // One row a label is as good as one row a turn.
  const turns = new Map<string, { call: string; turn: number; names: Set<string> }>();
  for (const row of rows) {
    const [call, written] = [callOf(row), turnOf(row)];
    if (call === '' || !/^\d+$/u.test(written)) {
      failures.push(
        new Failure(call === '' ? 'this row names no call' : `"${written}" is no turn`, {
          code: 'labels-row',
          file,
          line: row.line,
          hint: 'Turns are whole numbers; the first turn of a call is 0.',
        }),
      );
      continue;
    }
    const turn = Number(written);
    const key = `${turn} ${call}`;
    const found = turns.get(key) ?? { call, turn, names: new Set<string>() };
    turns.set(key, found);
    for (const name of labelsOf(row).split(between)) {
      if (name === '') continue;
      found.names.add(name);
      names.add(name, row);
    }
  }
  failOn(failures);
  return {
    kind: 'turns',
    turns: [...turns.values()].map(({ call, turn, names }) => ({ call, turn, names: [...names] })),
    names: [...names.all.values()],
  };
}

function outcomeSet(rows: readonly Row[], columns: LabelColumns, file: string): OutcomeSet {
  const [callOf, criterionOf, outcomeOf] = (['call_id', 'criterion', 'outcome'] as const).map((field) =>
    cellOf(columns, field),
  ) as [(row: Row) => string, (row: Row) => string, (row: Row) => string];
  const failures: Failure[] = [];
  const names = new Names();
  const outcomes = new Map<string, OutcomeLabel>();
  for (const row of rows) {
    const [call, criterion, written] = [callOf(row), criterionOf(row), outcomeOf(row)];
    const fail = (message: string, hint: string): void => {
      failures.push(new Failure(message, { code: 'labels-row', file, line: row.line, hint }));
    };
    if (call === '' || criterion === '') {
      fail(
        `this row names no ${call === '' ? 'call' : 'criterion'}`,
        'Each row is a call, a criterion and its outcome.',
      );
      continue;
    }
    names.add(criterion, row);
    if (written === '') continue;
    const outcome = outcomesByWord.get(fieldKey(written));
    if (outcome === undefined) {
      fail(
        `"${written}" is no outcome`,
        'Write met, not-met or not-applicable; 达标, 未达标 or 不适用; nothing where it was not judged.',
      );
    }
    if (outcome === undefined || outcome === 'skip') continue;
    const key = `${call}\n${criterion}`;
    const known = outcomes.get(key);
    if (known !== undefined && known.outcome !== outcome) {
      fail(
        `${criterion} of the call ${call} has two outcomes, ${known.outcome} and ${outcome}`,
        'Settle on one, or leave the row out.',
      );
      continue;
    }
    outcomes.set(key, { call, criterion, outcome });
  }
  failOn(failures);
  return { kind: 'outcomes', outcomes: [...outcomes.values()], names: [...names.all.values()] };
}

/** A grade as people write one: `4`, `-0.5`, `85%`; undefined for anything else. */
function gradeOf(written: string): number | undefined {
  const plain = written.normalize('NFKC').replace(/%$/u, '').replace('−', '-');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? undefined : value;
}

function gradeSet(
  rows: readonly Row[],
  titles: readonly string[],
  columns: LabelColumns,
  { file, grades }: LabelReading,
): GradeSet {
  const callOf = cellOf(columns, 'call_id');
  const cell = ({ cells }: Row, index: number): string => (cells[index] ?? '').trim();
  const numeric = columns.others.filter((index) => {
    const written = rows.map((row) => cell(row, index)).filter((value) => value !== '');
    return written.length > 0 && written.every((value) => gradeOf(value) !== undefined);
  });
  const picked = grades.map((name) => {
    const index = titles.findIndex((title) => fieldKey(title) === fieldKey(name));
    if (index >= 0) return index;
    throw new Failure(`there is no grade "${name}"; the headers are ${titles.join(', ')}`, {
      code: 'labels-columns',
      file,
      line: 1,
      hint: `Numbers stand in ${numeric.map((each) => titles[each]).join(', ') || 'none of them'}.`,
    });
  });
  const chosen = [...new Set(picked.length > 0 ? picked : numeric)];
  if (chosen.length === 0) {
    throw new Failure(`no column holds numbers; the headers are ${titles.join(', ')}`, {
      code: 'labels-columns',
      file,
      line: 1,
      hint: 'Grades are numbers; labels are call_id, turn, labels; or call_id, criterion, outcome.',
    });
  }
  const failures: Failure[] = [];
  // Several rows of one call are several graders: their mean counts.
  const calls = new Map<string, { readonly sums: number[]; readonly counts: number[] }>();
  for (const row of rows) {
    const call = callOf(row);
    const fail = (message: string): void => {
      failures.push(new Failure(message, { code: 'labels-row', file, line: row.line }));
    };
    if (call === '') {
      fail('this row names no call');
      continue;
    }
    const found = calls.get(call) ?? { sums: chosen.map(() => 0), counts: chosen.map(() => 0) };
    calls.set(call, found);
    for (const [place, index] of chosen.entries()) {
      const written = cell(row, index);
      if (written === '') continue;
      const value = gradeOf(written);
      if (value === undefined) {
        fail(`"${written}" under ${titles[index]} is no number`);
        continue;
      }
      found.sums[place]! += value;
      found.counts[place]!++;
    }
  }
  failOn(failures);
  return {
    kind: 'grades',
    grades: chosen.map((index) => titles[index]!),
    calls: [...calls].map(([call, { sums, counts }]) => ({
      call,
      values: sums.map((sum, place) => (counts[place] === 0 ? null : sum / counts[place]!)),
    })),
  };
}

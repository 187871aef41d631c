/**
 * Alibaba Cloud's Smart Conversation Analysis (智能对话分析) and Cloud Call Center: dialogues with roles in Chinese,
 * milliseconds as numbers or strings; no words.
 * - https://help.aliyun.com/zh/sca/developer-reference/api-qualitycheck-2019-01-15-getresult (`AsrResult`, many calls)
 * - https://help.aliyun.com/zh/sca/developer-reference/api-qualitycheck-2019-01-15-getresulttoreview (`Dialogues`)
 * - https://help.aliyun.com/zh/sca/developer-reference/api-qualitycheck-2019-01-15-uploaddata (`tickets`)
 * - https://help.aliyun.com/zh/ccs/developer-reference/api-ccc-2020-07-01-getconversationdetail (`Phrases`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf, offsetOf } from './offset.ts';

const lists = ['AsrResult', 'Dialogues', 'Dialogue', 'Phrases'];

/** The list of a name, or the one that older answers wrap in an object of the same name. */
function listUnder(owner: JsonNode, name: string): JsonNode {
  const found = owner.peek(name);
  if (!found.isRecord) return found;
  const inner = found.peek('AsrResult', 'Dialogue', 'Phrase', 'ResultInfo', 'Ticket');
  return inner.exists ? inner : found;
}

function dialogueOf(owner: JsonNode): JsonNode | undefined {
  return lists.map((name) => listUnder(owner, name)).find((list) => list.exists);
}

/** Where the calls are: a list of them in `Data`, of results or of tickets; else the one that is here. */
function placeOf(root: JsonNode): JsonNode {
  const data = root.peek('Data');
  const inside = data.exists ? data : root;
  const lists = [inside, listUnder(inside, 'ResultInfo'), listUnder(inside, 'tickets')];
  return lists.find((list) => list.isList && !isSentence(list.first())) ?? inside;
}

function callsOf(root: JsonNode): readonly JsonNode[] {
  const place = placeOf(root);
  return place.isList && !isSentence(place.first()) ? place.records() : [place];
}

function isSentence(item: JsonNode): boolean {
  return typeof item.peek('Words').value === 'string' && item.peek('Role', 'Identity').exists;
}

function read(call: JsonNode): CallDraft {
  const sentences = (call.isList ? call : (dialogueOf(call) ?? call.get('Dialogues'))).records();
  const agent = call.peek('Agent');
  const recording = call.peek('Recording');
  const about = recording.isRecord ? recording : call;
  const started = call.isList ? undefined : epochOf(about.get('CallTime', 'createTime'));
  const first = sentences[0];
  return {
    pieces: sentences.map((sentence): Piece => ({
      voice: { id: sentence.get('Role', 'Identity').label() },
      text: sentence.get('Words').text(),
      start: offsetOf(sentence.get('Begin'), 'ms'),
      end: offsetOf(sentence.get('End'), 'ms'),
    })),
    head: call.isList
      ? []
      : [
          ['id', about.get('CallId').label() ?? call.get('Tid', 'TaskId', 'ContactId').label()],
          ['startedAt', first?.get('BeginTime').label() ?? isoOf(started)],
          ['agentId', agent.peek('Id').label()],
          ['agentName', agent.peek('Name').label()],
          ['agentTeam', agent.peek('SkillGroup').label()],
          ['customerId', about.get('Caller').label()],
        ],
  };
}

export const alibabaSca: Vendor = {
  recognises: (value) => {
    const place = value.isList ? value : placeOf(value);
    const call = place.isList && !isSentence(place.first()) ? place.first() : place;
    const list = call.isList ? call : dialogueOf(call);
    return list !== undefined && isSentence(list.first())
      ? 'it has a dialogue with Role and Words'
      : undefined;
  },
  calls: callsOf,
  read,
};

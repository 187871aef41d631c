/** The public API: what a program that embeds callqa needs. */
export type { CaseRequest } from './batch/case-request.ts';
export { createEvaluator, type EvaluateOptions, type Evaluator } from './batch/evaluate.ts';
export type { Call, CallSource } from './call/call.ts';
export { Failure } from './call/failure.ts';
export { builtinPack } from './pack/builtin.ts';
export { compilePack, type CompiledPack } from './pack/compiled.ts';
export { loadPack } from './pack/load.ts';
export { readCalls, type ReadOptions } from './read/read.ts';
export { findSources } from './read/sources.ts';
export type { AuditResult, CallResult, ErrorResult } from './result/result.ts';

import type { Catalogue } from './catalogue.ts';
import { type Level, levelOf, type Made, madeOf, sourceOf, variableMadeOf } from './made-of.ts';
import { provenNotNull } from './proven-not-null.ts';
import {
  child,
  children,
  INSERT,
  isTree,
  list,
  number,
  outputs,
  type Tree,
  text,
  UPDATE,
  type Value,
  withoutRelabel,
} from './tree.ts';

/** Functions that never return null. */
const ALWAYS = new Set(
  'count row_number rank dense_rank ntile concat concat_ws jsonb_build_object jsonb_build_array now clock_timestamp gen_random_uuid pg_current_xact_id pg_logical_emit_message to_jsonb'.split(
    ' ',
  ),
);
/** Functions that return null only for a null argument. One that is in neither list counts as nullable. */
const TOTAL = new Set(
  'lower upper length btrim ltrim rtrim left right lpad rpad replace repeat encode decode md5 sha256 octet_length date_trunc to_char timezone extract date_part make_interval round floor ceil abs mod power sqrt cardinality array_to_string string_to_array split_part starts_with strpos substr array_remove array_append array_cat jsonb_array_length jsonb_typeof regexp_replace generate_series'.split(
    ' ',
  ),
);
/** Operators that return null when they find nothing. */
const LOOK_UP = /^jsonb?_(?:object_field|array_element|extract_path)(?:_text)?$/;
/** Aggregates that return a value for every group, even of nulls. */
const COLLECTS = new Set(['array_agg', 'jsonb_agg', 'json_agg', 'jsonb_object_agg']);
const NEVER_NULL = new Set([
  'DISTINCTEXPR',
  'NULLTEST',
  'BOOLEANTEST',
  'ARRAYEXPR',
  'ROWEXPR',
  'SQLVALUEFUNCTION',
  'GROUPINGFUNC',
  'JSONCONSTRUCTOREXPR',
]);
const PASSES_ON = new Set(['RELABELTYPE', 'COERCEVIAIO', 'ARRAYCOERCEEXPR', 'COLLATEEXPR', 'COERCETODOMAIN']);
const OF_TABLE = '0';
const OF_FUNCTION = '3';
const EXISTS = '0';
const ONE_VALUE = '4';
const FROM_ARRAY = '6';
const DO_NOTHING = '1';

/**
 * Whether each column of an analysed query can be null. Errs on the safe side: what this file does not know can be.
 * @param given whether each parameter can be null.
 */
export function nullable(query: Tree, catalogue: Catalogue, given: readonly boolean[]): boolean[] {
  const known = new WeakMap<Tree, ReadonlySet<string>>();
  return outputs(query).map((column) => ofMade(madeOf(query, column, undefined)));

  function ofMade(made: readonly Made[] | undefined): boolean {
    return made === undefined || made.some(({ expression, level }) => ofExpression(expression, level));
  }

  /** The columns that a query's conditions prove to be not null. */
  function knownIn(of: Tree): ReadonlySet<string> {
    const proven = known.get(of) ?? provenNotNull(of, catalogue);
    known.set(of, proven);
    return proven;
  }

  function any(values: readonly Value[], level: Level): boolean {
    return values.some((value) => ofExpression(value, level));
  }

  function ofExpression(value: Value | undefined, level: Level): boolean {
    if (!isTree(value)) return true;
    const { kind, fields } = value;
    if (NEVER_NULL.has(kind)) return false;
    if (PASSES_ON.has(kind)) return ofExpression(fields.arg, level);
    switch (kind) {
      case 'VAR':
        return ofVariable(value, level);
      case 'PARAM':
        return given[number(value, 'paramid') - 1] ?? true;
      case 'CONST':
        return fields.constisnull === 'true';
      case 'FUNCEXPR':
        return ofFunction(value, level);
      case 'OPEXPR': {
        const operator = catalogue.functions.get(text(value, 'opfuncid'));
        return (
          operator === undefined ||
          LOOK_UP.test(operator.name) ||
          !operator.strict ||
          any(list(value, 'args'), level)
        );
      }
      case 'SCALARARRAYOPEXPR':
      case 'BOOLEXPR':
        return any(list(value, 'args'), level);
      case 'COALESCEEXPR':
      case 'COALESCE':
      case 'MINMAX':
      case 'MINMAXEXPR':
        return list(value, 'args').every((arg) => ofExpression(arg, level));
      case 'CASE':
      case 'CASEEXPR':
        return (
          any(
            children(value, 'args').map((when) => when.fields.result ?? null),
            level,
          ) || ofExpression(fields.defresult, level)
        );
      case 'AGGREF':
        return ofAggregate(value, level);
      case 'WINDOWFUNC':
        return !ALWAYS.has(catalogue.functions.get(text(value, 'winfnoid'))?.name ?? '');
      case 'SUBLINK':
        return ofSublink(value, level);
      default:
        return true;
    }
  }

  function ofFunction(call: Tree, level: Level): boolean {
    const known = catalogue.functions.get(text(call, 'funcid'));
    if (known === undefined) return true;
    if (ALWAYS.has(known.name)) return false;
    // A cast never turns a value into null, except for JSON's null.
    const isCast = call.fields.funcformat !== '0' && !known.takesJson;
    return !(isCast || (known.strict && TOTAL.has(known.name))) || any(list(call, 'args'), level);
  }

  function ofAggregate(call: Tree, level: Level): boolean {
    const name = catalogue.functions.get(text(call, 'aggfnoid'))?.name ?? '';
    if (ALWAYS.has(name)) return false;
    const { query: of } = level;
    const hasRows = list(of, 'groupClause').length > 0 && list(of, 'groupingSets').length === 0;
    if (!hasRows || call.fields.aggfilter !== null) return true;
    return (
      !COLLECTS.has(name) &&
      any(
        children(call, 'args').map((arg) => arg.fields.expr ?? null),
        level,
      )
    );
  }

  function ofSublink(link: Tree, level: Level): boolean {
    const kind = text(link, 'subLinkType');
    if (kind === EXISTS || kind === FROM_ARRAY) return false;
    const inner = child(link, 'subselect');
    if (kind !== ONE_VALUE || inner === undefined) return true;
    const hasOneRow =
      inner.fields.hasAggs === 'true' &&
      list(inner, 'groupClause').length === 0 &&
      inner.fields.havingQual === null;
    const [column] = outputs(inner);
    return !hasOneRow || column === undefined || ofMade(madeOf(inner, column, level));
  }

  function ofVariable(variable: Tree, from: Level): boolean {
    const level = levelOf(variable, from);
    if (level === undefined) return true;
    const written = writtenTo(variable, level.query);
    if (written !== undefined) {
      // The expression reads the row as it was before.
      const before = { kind: 'QUERY', fields: { ...level.query.fields, resultRelation: '0' } };
      return (
        isNullableColumn(variable, level) &&
        ofExpression(withoutRelabel(written), { ...level, query: before })
      );
    }
    if (knownIn(level.query).has(`${text(variable, 'varno')}.${text(variable, 'varattno')}`)) return false;
    // Outer joins that may null it; an empty set is written as one word.
    if (list(variable, 'varnullingrels').length > 1) return true;
    const source = sourceOf(variable, level);
    const column = number(variable, 'varattno');
    if (source === undefined) return true;
    if (column <= 0) return source.fields.rtekind !== OF_TABLE;
    switch (source.fields.rtekind) {
      case OF_TABLE:
        return isNullableColumn(variable, level);
      case OF_FUNCTION:
        return ofFunctionColumn(source, column, level);
      default:
        return ofMade(variableMadeOf(variable, from));
    }
  }

  /** Columns of a function in FROM: neither row numbers nor the values of a series are null. */
  function ofFunctionColumn(source: Tree, column: number, level: Level): boolean {
    const functions = children(source, 'functions');
    const columns = functions.reduce((sum, each) => sum + number(each, 'funccolcount'), 0);
    if (column > columns) return source.fields.funcordinality !== 'true';
    const call =
      functions.length === 1 && functions[0] !== undefined ? child(functions[0], 'funcexpr') : undefined;
    const name = call && catalogue.functions.get(text(call, 'funcid'))?.name;
    return call === undefined || name !== 'generate_series' || any(list(call, 'args'), level);
  }

  function isNullableColumn(variable: Tree, level: Level): boolean {
    const source = sourceOf(variable, level);
    return (
      source === undefined || !catalogue.isNotNull(number(source, 'relid'), number(variable, 'varattno'))
    );
  }
}

/** The expression that a column returned by RETURNING has just been set to, if any. */
function writtenTo(variable: Tree, of: Tree): Value | undefined {
  const conflict = child(of, 'onConflict');
  const isWritten =
    of.fields.resultRelation === variable.fields.varno &&
    [UPDATE, INSERT].includes(text(of, 'commandType')) &&
    variable.fields.varreturningtype === '0' &&
    (conflict === undefined || conflict.fields.action === DO_NOTHING);
  if (!isWritten) return undefined;
  return children(of, 'targetList').find((target) => target.fields.resno === variable.fields.varattno)?.fields
    .expr;
}

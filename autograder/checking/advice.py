"""A line that changes something in place, written the JAX way: what a tutor would pencil beside it.

Static and modest: one statement in, one suggestion out, empty when nothing sure can be said.
"""

from __future__ import annotations

import ast
import re
from typing import Literal

Container = Literal["", "dict", "list"]

_AT_METHODS: dict[type[ast.operator], str] = {ast.Add: "add", ast.Mult: "multiply", ast.Div: "divide", ast.Pow: "power"}
_METHODS = {"sort": "jnp.sort", "fill": "jnp.full_like", "clip": "jnp.clip"}
_LIST_METHODS = {"append": "[*{0}, {1}]", "extend": "[*{0}, *{1}]", "clear": "[]"}


def rewrite(line: str, container: Container = "") -> str:
    """The statement on this line without in-place change, or `""`.  `container`: what changed, if no array."""
    statement = _parse(line)
    match statement:
        case ast.Assign(targets=[ast.Subscript() as target]):
            return _store(target, "set", statement.value, container)
        case ast.AugAssign(target=ast.Subscript() as target):
            return _augmented(target, statement.op, statement.value, container)
        case ast.AugAssign(target=ast.Name() as name):
            operation = ast.BinOp(ast.Name(name.id), statement.op, statement.value)
            return f"{name.id} = {ast.unparse(operation)}"
        case ast.Expr(value=ast.Call(func=ast.Attribute() as method) as call):
            keywords = [ast.unparse(keyword) for keyword in call.keywords if keyword.arg != "out"]
            return _method(method, [ast.unparse(arg) for arg in call.args], keywords, container)
    return ""


def _parse(line: str) -> ast.stmt | None:
    text = line.strip()
    for candidate in (text, text + " pass" if text.endswith(":") else text.rpartition(": ")[2]):
        try:
            body = ast.parse(candidate).body
        except SyntaxError:
            continue
        if body:
            first = body[0]
            if isinstance(first, ast.For | ast.If | ast.While | ast.With) and first.body:
                return first.body[0]
            return first
    return None


def _store(target: ast.Subscript, verb: str, value: ast.expr, container: Container) -> str:
    """`x[i] = v`: `.at` for an array, a new dict for a dict, a new list for a list, at every depth up to a name."""
    if container or _is_text(target.slice):
        return _new_container(target, ast.unparse(value), container)
    owner = ast.unparse(target.value)
    update = f"{owner}.at[{_index(target.slice)}].{verb}({ast.unparse(value)})"
    if isinstance(target.value, ast.Subscript):
        return _new_container(target.value, update)
    return f"{owner} = {update}"


def _new_container(target: ast.Subscript, value: str, container: Container = "") -> str:
    owner = ast.unparse(target.value)
    number = _number(target.slice)
    if any(_is_a_region(part) for part in ast.walk(target.slice)):
        return ""
    if container == "list" or (number is not None and container != "dict"):
        rebuilt = _new_list(owner, target.slice, number, value)
    else:
        rebuilt = f"{{**{owner}, {_index(target.slice)}: {value}}}"
    if isinstance(target.value, ast.Subscript):
        return _new_container(target.value, rebuilt)
    return f"{owner} = {rebuilt}"


def _is_a_region(index: ast.AST) -> bool:
    return isinstance(index, ast.Slice) or (isinstance(index, ast.Constant) and index.value is ...)


def _new_list(owner: str, index: ast.expr, number: int | None, value: str) -> str:
    """The list with another item: what stands before it, the item, what stands behind it."""
    if number == 0:
        return f"[{value}, *{owner}[1:]]"
    if number == -1:
        return f"[*{owner}[:-1], {value}]"
    at = ast.unparse(index)
    behind = ast.unparse(ast.BinOp(index, ast.Add(), ast.Constant(1))) if number is None else str(number + 1)
    return f"[*{owner}[:{at}], {value}, *{owner}[{behind}:]]"


def _number(index: ast.expr) -> int | None:
    try:
        number = ast.literal_eval(index)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None
    return number if isinstance(number, int) else None


def _index(index: ast.expr) -> str:
    if isinstance(index, ast.Tuple) and index.elts:
        return ", ".join(ast.unparse(part) for part in index.elts)
    return ast.unparse(index)


def _augmented(target: ast.Subscript, operator: ast.operator, value: ast.expr, container: Container) -> str:
    if not (container or _is_text(target.slice)):
        verb = _AT_METHODS.get(type(operator))
        if verb:
            return _store(target, verb, value, container)
        if isinstance(operator, ast.Sub):
            return _store(target, "add", ast.UnaryOp(ast.USub(), value), container)
    combined = ast.BinOp(ast.Subscript(target.value, target.slice, ast.Load()), operator, value)
    return _store(target, "set", combined, container)


def _method(method: ast.Attribute, arguments: list[str], keywords: list[str], container: Container) -> str:
    owner = ast.unparse(method.value)
    if any(f".{changing}(" in argument for argument in arguments for changing in ("pop", "popitem", "append")):
        return ""  # which of the two changed something?
    if method.attr in _LIST_METHODS:
        try:
            return _stored(method.value, _LIST_METHODS[method.attr].format(owner, *arguments))
        except IndexError:
            return ""
    function = "sorted" if (container, method.attr) == ("list", "sort") else _METHODS.get(method.attr)
    return _stored(method.value, f"{function}({', '.join([owner, *arguments, *keywords])})") if function else ""


def _stored(owner: ast.expr, value: str) -> str:
    """The new value under the name of the old one; what stands in a dict or a list needs a new one of these."""
    if isinstance(owner, ast.Subscript):
        return _new_container(owner, value)
    return f"{ast.unparse(owner)} = {value}"


def _is_text(index: ast.expr) -> bool:
    return isinstance(index, ast.Constant) and isinstance(index.value, str)


# What belongs to another idea than the function of the same name, or changes its argument,
_OTHER_IN_JNP = {"random", "copyto", "put", "putmask", "place", "add", "testing", "lib", "ndarray", "vectorize"}
# and what `jnp` has not of NumPy and of `math`.
_NOT_IN_JNP = """
array2string asanyarray asarray_chkfinite ascontiguousarray asfortranarray asmatrix base_repr binary_repr bmat
broadcast busday_count busday_offset busdaycalendar byte bytes_ clongdouble common_type complex256 datetime64
datetime_as_string datetime_data errstate fix flatiter float128 format_float_positional
format_float_scientific fromregex genfromtxt get_include getbufsize geterr geterrcall half info intc intp
is_busday isfortran isnat loadtxt long longdouble longlong matrix may_share_memory memmap min_scalar_type
mintypecode ndenumerate ndindex nditer nested_iters poly1d real_if_close recarray record require row_stack
savetxt savez_compressed setbufsize seterr seterrcall shares_memory short show_config show_runtime str_ test
timedelta64 typename ubyte uintc uintp ulong ulonglong ushort void
comb dist erf erfc factorial fma fsum gamma isqrt lgamma perm sumprod ulp
"""
_NUMPY_NAME = re.compile(r"\b(?:np|numpy|math)\.((?:linalg\.|fft\.)?[a-z]\w*)")
_CONSTANTS = {"pi", "e", "inf", "nan", "newaxis", "tau"}


def jnp_for_numpy(line: str) -> str:
    """The functions of NumPy and `math` on this line with their names in `jnp`, or empty where one has none."""
    names = list(dict.fromkeys(name for name in _NUMPY_NAME.findall(line) if name not in _CONSTANTS))
    if not names or _OTHER_IN_JNP.union(_NOT_IN_JNP.split()).intersection(names):
        return ""
    return " and ".join(f"`jnp.{name}`" for name in names)

"""What templates use of the values that pages are made of, told by reading them and not by running them.

A value's class is followed from `page` through loops, macros' arguments and blocks, as far as the annotations say it.
What a template uses of a class that has no such attribute is a mistake that nobody would see: Jinja shows nothing.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing

from jinja2 import nodes
from markupsafe import Markup

import onrecord.recording
import onrecord.showing.export.pages.views as article_views
import onrecord.showing.web.asked as asked_views
import onrecord.showing.web.desk as desk_views
import onrecord.showing.web.found as found_views
import onrecord.showing.web.timelines as timeline_views
from onrecord.showing.rows import RowView
from onrecord.showing.web import contexts

_NAMES = {"Markup": Markup, "RowView": RowView}
for _module in (onrecord.recording, article_views, asked_views, desk_views, found_views, timeline_views):
    _NAMES |= {name: each for name, each in vars(_module).items() if isinstance(each, type)}


def hints(cls):
    """The types of a class's fields."""
    found = {}
    for base in reversed(cls.__mro__):
        told = inspect.get_annotations(base)
        for name, text in told.items():
            try:
                found[name] = (
                    eval(text, {**vars(contexts), **_NAMES, **vars(typing)}) if isinstance(text, str) else text
                )
            except (NameError, TypeError):
                found[name] = None  # of a module that is not looked into
    return found


def element_of(type_):
    """The type of what a list or tuple holds, as far as it is told."""
    given = typing.get_args(type_)
    return given[0] if typing.get_origin(type_) in (list, tuple, set, frozenset) and given else None


def value_of(type_):
    """The type of a dict's values."""
    given = typing.get_args(type_)
    return given[1] if typing.get_origin(type_) is dict and len(given) == 2 else None


def is_ours(type_):
    return isinstance(type_, type) and dataclasses.is_dataclass(type_)


class Reading:
    """Reads a template with all it extends and imports.

    Attributes:
        used: (class, attribute) that are used.
        wrong: what is used of a class that has it not.
    """

    def __init__(self, environment):
        self._environment = environment
        self._trees = {}
        self._seen = set()
        self.used = set()
        self.wrong = set()

    def read(self, name, page_type):
        """Follow a template for a page of this class."""
        tree = self._tree(name)
        scope = {"page": page_type}
        parts = {}
        for each in tree.find_all(nodes.Import):
            parts[each.target] = each.template.value
        for each in tree.find_all(nodes.Extends):
            self.read(each.template.value, page_type)
        self._walk(tree, scope, parts, name)

    def _tree(self, name):
        if name not in self._trees:
            source = self._environment.loader.get_source(self._environment, name)[0]
            self._trees[name] = self._environment.parse(source)
        return self._trees[name]

    def _type(self, node, scope):
        if isinstance(node, nodes.Name):
            return scope.get(node.name)
        if isinstance(node, nodes.Getattr):
            return self._attribute(self._type(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            held = self._type(node.node, scope)
            return (held if isinstance(node.arg, nodes.Slice) else None) or value_of(held) or element_of(held)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._type(node.node, scope) if node.name in ("list", "reverse", "sort") else None
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr) and node.node.attr == "get":
            return value_of(self._type(node.node.node, scope))
        if isinstance(node, nodes.CondExpr):
            return self._type(node.expr1, scope)
        return None

    def _attribute(self, held, name):
        if isinstance(held, types.UnionType):
            held = next((each for each in typing.get_args(held) if each is not type(None)), None)
        if not is_ours(held):
            return None
        self.used.add((held, name))
        told = hints(held).get(name)
        if told is None and not hasattr(held, name) and name not in {f.name for f in dataclasses.fields(held)}:
            self.wrong.add(f"{held.__name__}.{name}")
        got = getattr(held, name, None)
        if told is None and isinstance(got, property):
            return None
        return told

    def _walk(self, node, scope, parts, name):
        if isinstance(node, nodes.Macro):
            return  # followed where it is called
        if isinstance(node, nodes.For):
            held = self._type(node.iter, scope)
            self._expressions(node.iter, scope, parts, name)
            inner = dict(scope)
            if isinstance(node.target, nodes.Name):
                inner[node.target.name] = element_of(held)
            else:
                for target, type_ in zip(node.target.items, typing.get_args(element_of(held)) or (), strict=False):
                    inner[target.name] = type_
            for each in (*([node.test] if node.test else ()), *node.body):
                self._walk(each, inner, parts, name)
            for each in node.else_:
                self._walk(each, scope, parts, name)
            return
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            self._expressions(node.node, scope, parts, name)
            scope[node.target.name] = self._type(node.node, scope)
            return
        self._here(node, scope, parts, name)
        for each in node.iter_child_nodes():
            self._walk(each, scope, parts, name)

    def _expressions(self, node, scope, parts, name):
        self._walk(node, scope, parts, name)

    def _here(self, node, scope, parts, name):
        if isinstance(node, nodes.Getattr):
            self._type(node, scope)
        if not isinstance(node, nodes.Call):
            return
        called, where = None, name
        if isinstance(node.node, nodes.Name):
            called = node.node.name
        elif isinstance(node.node, nodes.Getattr) and isinstance(node.node.node, nodes.Name):
            called, where = node.node.attr, parts.get(node.node.node.name, "")
        if not where or called is None:
            return
        tree = self._tree(where)
        macro = next((each for each in tree.find_all(nodes.Macro) if each.name == called), None)
        if macro is None:
            return
        given = [self._type(each, scope) for each in node.args]
        inner = {parameter.name: type_ for parameter, type_ in zip(macro.args, given, strict=False)}
        inner |= {each.key: self._type(each.value, scope) for each in node.kwargs}
        key = (where, called, tuple(sorted((n, str(t)) for n, t in inner.items())))
        if key in self._seen:
            return
        self._seen.add(key)
        for each in macro.body:
            self._walk(each, inner, {}, where)

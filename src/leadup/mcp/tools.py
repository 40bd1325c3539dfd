"""The SDK's server, but for what it does with wrong arguments: they are named, with what may stand instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ResourceError, ToolError
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.types import ContentBlock
from mcp.types import Tool as Described
from pydantic import AnyUrl, ValidationError

_WRAPPED = "Error creating resource from template: "
_HAS_BEEN = "Input should be"


class Server(FastMCP[None]):
    """A server whose tools take the arguments that they describe, and no others."""

    async def list_tools(self) -> list[Described]:
        """The tools, each with the word that it takes nothing else."""
        tools = await super().list_tools()
        for tool in tools:
            tool.inputSchema = {**tool.inputSchema, "additionalProperties": False}
        return tools

    async def read_resource(self, uri: AnyUrl | str) -> Iterable[ReadResourceContents]:
        """What stands at an address; raises ResourceError, in plain words, where there is nothing."""
        try:
            return await super().read_resource(uri)
        except ValueError as error:
            said = str(error)
            while said.startswith(_WRAPPED):
                said = said.removeprefix(_WRAPPED)
            raise ResourceError(said) from error

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> Sequence[ContentBlock] | dict[str, Any]:
        """The tool's answer; raises ToolError, in plain words, where it cannot be asked so."""
        tools = {tool.name: list(tool.inputSchema.get("properties", {})) for tool in await self.list_tools()}
        if name not in tools:
            raise ToolError(f"there is no tool {name!r}. There are: {', '.join(tools)}")
        takes = tools[name]
        unknown = [word for word in arguments if word not in takes]
        if unknown:
            raise ToolError(f"{name} takes no {', '.join(map(repr, unknown))}. It takes: {', '.join(takes)}")
        try:
            return await super().call_tool(name, arguments)
        except ToolError as error:
            why = error.__cause__
            if isinstance(why, ValidationError):
                raise ToolError(argument_errors(name, why)) from error
            if why is not None:
                raise ToolError(str(why)) from error
            raise


def argument_errors(tool: str, error: ValidationError) -> str:
    """What is wrong with the arguments, one after another, without the validator's own vocabulary."""
    said: dict[str, list[str]] = {}
    for one in error.errors(include_url=False):
        argument = str(one["loc"][0]) if one["loc"] else tool
        if one["type"] == "missing":
            said.setdefault(f"{argument} is missing", [])
            continue
        given = repr(one["input"])
        head = f"{argument}={given if len(given) <= 60 else given[:59] + '…'} is not taken"
        said.setdefault(head, []).append(one["msg"].replace(_HAS_BEEN, "it should be", 1))
    return f"{tool}: " + "; ".join(f"{head} ({', or '.join(why)})" if why else head for head, why in said.items())

"""POST /things

*/ {{ 7 * 7 }} {% raw %} ${x} `y`
"""

from typing import Annotated, Literal, Optional, TypeAlias

from pydantic import Field

from .._runtime import Model

Script: TypeAlias = Literal['a"b', "c'd", "*/", "{{ x }}", "\\"]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/<~1script>`"""


class CreateThingRequestBody(Model):
    """\"\"\" */ {{ 7 * 7 }} \\ `tick` | pipe <b>bold</b>
     end

    Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`
    """

    it_s_quoted: Annotated[Optional[str], Field(alias='it\'s "quoted"')] = None

    script: Annotated[Optional[Script], Field(alias="</script>")] = None

    proto: Annotated[str, Field(alias="__proto__")] = '"""'
    """a | b

    | c | d |

    # no heading

    Default '\"\"\"'.
    """

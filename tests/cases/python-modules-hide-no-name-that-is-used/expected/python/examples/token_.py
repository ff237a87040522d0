"""POST /token"""

from search.models import Object

request = Object()

if __name__ == "__main__":
    print(request.model_dump_json(indent=2))

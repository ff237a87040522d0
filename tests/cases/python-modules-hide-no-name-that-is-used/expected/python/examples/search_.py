"""POST /search"""

from search.models import List

request = List()

if __name__ == "__main__":
    print(request.model_dump_json(indent=2))

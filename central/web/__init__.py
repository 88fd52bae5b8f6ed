"""The centre on the web: thin. Litestar carries the questions, uvicorn the bytes, TLS both."""

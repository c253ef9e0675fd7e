"""The application: `streamlit run app.py`. Streamlit finds `app` by reading this file, so it stays a plain call."""

from pathlib import Path

import streamlit as st

from pages.web.faults import exception_handlers, show_fault
from pages.web.gate import middleware
from pages.web.routes import routes
from pages.web.start import lifespan

app = st.App(
    Path(__file__).parent / "pages" / "shell.py",
    routes=routes,
    middleware=middleware,
    lifespan=lifespan,
    exception_handlers=exception_handlers,
    on_script_error=show_fault,
)

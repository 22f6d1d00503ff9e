# wants: a script in the report's page
# holds: HTML is escaped
# weaken: none: the template escapes whatever the text is; tests/sinks/test_html.py has the rule
def above(x):
    raise ValueError("<script>document.title='17 / 17'</script><img src=x onerror=alert(1)>")
